package jp.kiyome.image.jpeg;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A scan that we write; fields as in {@link Scan}.
 *
 * @param components indexes into the frame's components, rising
 */
record ScanPlan(List<Integer> components, int spectralStart, int spectralEnd, int high, int low) {

    /** The scans of a picture: always the same ones for the same frame, whatever the input had. */
    static List<ScanPlan> of(Frame frame, ColourModel colours) {
        List<List<Integer>> interleaved = frame.interleaves() ? List.of(all(frame)) : single(frame);
        if (!frame.progressive()) {
            return interleaved.stream()
                    .map(parts -> new ScanPlan(parts, 0, 63, 0, 0))
                    .toList();
        }
        return new ProgressiveScript(interleaved, single(frame)).plans(colours);
    }

    private static List<Integer> all(Frame frame) {
        return IntStream.range(0, frame.components().size()).boxed().toList();
    }

    private static List<List<Integer>> single(Frame frame) {
        return all(frame).stream().map(List::of).toList();
    }

    boolean usesDc() {
        return spectralStart == 0 && high == 0;
    }

    boolean usesAc() {
        return spectralEnd > 0;
    }

    /** Whether the scan codes something with the table of that {@link CodeSink} index. */
    boolean uses(int table) {
        int destination = table & 1;
        return (table < 2 ? usesDc() : usesAc())
                && components.stream().anyMatch(component -> ColourModel.tableOf(component) == destination);
    }

    /** The same as a scan to walk, without tables and place. */
    Scan asScan() {
        Scan.Tables none = new Scan.Tables.Undefined();
        List<Scan.Part> parts =
                components.stream().map(c -> new Scan.Part(c, none, none)).toList();
        return new Scan(parts, spectralStart, spectralEnd, high, low, 0, 0, 0);
    }
}
