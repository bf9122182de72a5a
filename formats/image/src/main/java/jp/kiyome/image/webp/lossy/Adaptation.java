package jp.kiyome.image.webp.lossy;

/** Chooses probabilities by what a frame's macroblocks hold, always the same ones for the same decisions. Stateless. */
final class Adaptation {

    /** What a decision of probability p/256 costs, in 1/256 bits. */
    private static final int[] COST = costs();

    private Adaptation() {}

    private static int[] costs() {
        int[] costs = new int[257];
        for (int p = 1; p <= 256; p++) {
            costs[p] = (int) StrictMath.round(-256 * StrictMath.log(p / 256.0) / StrictMath.log(2));
        }
        return costs;
    }

    /** The best probability of a zero for so many zeros and ones; 255 when there is neither. */
    static int probability(long zeros, long ones) {
        long total = zeros + ones;
        return total == 0 ? 255 : (int) Math.clamp((256 * zeros + total / 2) / total, 1L, 255L);
    }

    /** Keeps each default unless another probability saves more than it costs to say so (RFC 6386 13.4). */
    static int[] tokens(int[] counts) {
        int[] chosen = Vp8Tables.TOKENS.clone();
        for (int i = 0; i < chosen.length; i++) {
            long zeros = counts[2 * i];
            long ones = counts[2 * i + 1];
            int best = probability(zeros, ones);
            int update = Vp8Tables.UPDATES[i];
            long kept = cost(zeros, ones, chosen[i]) + COST[update];
            long changed = cost(zeros, ones, best) + COST[256 - update] + 8 * 256;
            if (changed < kept) {
                chosen[i] = best;
            }
        }
        return chosen;
    }

    private static long cost(long zeros, long ones, int probability) {
        return zeros * COST[probability] + ones * COST[256 - probability];
    }
}
