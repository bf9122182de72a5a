package jp.kiyome.office.doc.raw;

import jp.kiyome.core.limit.Budget;

/** Looks at the clock every few thousand steps of a loop. Not thread-safe. */
public final class Pace {

    private static final int STEPS = 1 << 12;

    private final Budget budget;
    private int steps;

    public Pace(Budget budget) {
        this.budget = budget;
    }

    /** One step more. */
    public void step() {
        steps(1);
    }

    /** So many steps at once. */
    public void steps(int count) {
        steps += Math.min(count, STEPS);
        if (steps >= STEPS) {
            steps = 0;
            budget.checkTime();
        }
    }
}
