package jp.kiyome.approval.page;

import java.util.List;

/**
 * A job as a page shows it.
 *
 * @param asked what it is about, a line each
 * @param total items; -1 until all are known
 * @param pace how fast it goes; empty where nobody knows
 * @param mayPerform whether what was tried can be done with effect
 * @param mayResume whether it can go on
 */
record JobView(
        String id,
        String state,
        boolean dry,
        boolean stopping,
        String by,
        String begun,
        String ended,
        List<String> asked,
        long total,
        long done,
        String pace,
        List<CountView> results,
        List<CountView> skips,
        boolean mayPerform,
        boolean mayResume) {

    JobView {
        asked = List.copyOf(asked);
        results = List.copyOf(results);
        skips = List.copyOf(skips);
    }

    public boolean running() {
        return state.equals("RUNNING");
    }

    /** How many items came to something. */
    record CountView(String name, long amount) {}

    /** An item that did not come to the same. */
    record LineView(
            long number, String item, String title, String result, String before, String after, String reason) {}
}
