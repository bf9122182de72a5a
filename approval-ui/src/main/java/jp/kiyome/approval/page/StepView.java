package jp.kiyome.approval.page;

import java.util.List;

/**
 * A step of a chain as a page shows it.
 *
 * @param need name of a text
 * @param state name of a text
 */
record StepView(int number, String need, String state, List<SlotView> slots) {

    StepView {
        slots = List.copyOf(slots);
    }

    /**
     * One whose approval is asked for, and what came of it.
     *
     * @param decision name of a text; empty before
     * @param standsFor in whose place somebody decided; empty for themselves
     */
    record SlotView(String who, String decision, String by, String standsFor, String at, String comment) {}
}
