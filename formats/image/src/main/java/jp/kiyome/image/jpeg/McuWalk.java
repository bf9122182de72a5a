package jp.kiyome.image.jpeg;

import java.util.List;
import jp.kiyome.core.limit.Budget;

/** The order of blocks in a scan (T.81 A.2) with its restart intervals (E.2.4). Stateless. */
final class McuWalk {

    /** Takes the blocks in the order in which a scan holds them. */
    interface Blocks {

        /**
         * Takes one block.
         *
         * @param part index into the scan's parts
         * @param line block line, {@code column} block column within the component
         * @param visible whether the block holds samples of the picture, or only fills up a unit at the edge
         */
        void block(int part, int line, int column, boolean visible);

        /** A unit of the scan (T.81 A.2: one block, or those of an interleaved unit) begins. */
        default void unit() {}

        /** Predictions and runs begin anew; {@code number} 0 to 7 is that of the marker. */
        void restart(int number);
    }

    private McuWalk() {}

    static void walk(Frame frame, Scan scan, Blocks blocks, Budget budget) {
        if (scan.interleaved()) {
            walkInterleaved(frame, scan, blocks, budget);
        } else {
            walkSingle(frame, scan, blocks, budget);
        }
    }

    private static void walkSingle(Frame frame, Scan scan, Blocks blocks, Budget budget) {
        Component component = frame.components().get(scan.parts().getFirst().component());
        int interval = scan.restartInterval();
        int untilRestart = interval;
        int restarts = 0;
        for (int line = 0; line < component.blocksHigh(); line++) {
            budget.checkTime();
            for (int column = 0; column < component.blocksWide(); column++) {
                if (interval > 0 && untilRestart-- == 0) {
                    blocks.restart(restarts++ & 7);
                    untilRestart = interval - 1;
                }
                blocks.unit();
                blocks.block(0, line, column, true);
            }
        }
    }

    private static void walkInterleaved(Frame frame, Scan scan, Blocks blocks, Budget budget) {
        List<Component> components = scan.parts().stream()
                .map(part -> frame.components().get(part.component()))
                .toList();
        int wide = frame.mcusWide();
        int high = frame.mcusHigh();
        int interval = scan.restartInterval();
        int untilRestart = interval;
        int restarts = 0;
        for (int y = 0; y < high; y++) {
            budget.checkTime();
            for (int x = 0; x < wide; x++) {
                if (interval > 0 && untilRestart-- == 0) {
                    blocks.restart(restarts++ & 7);
                    untilRestart = interval - 1;
                }
                blocks.unit();
                for (int i = 0; i < components.size(); i++) {
                    unit(components.get(i), i, x, y, blocks);
                }
            }
        }
    }

    private static void unit(Component component, int part, int x, int y, Blocks blocks) {
        for (int line = y * component.v(), lines = line + component.v(); line < lines; line++) {
            boolean lineVisible = line < component.blocksHigh();
            for (int column = x * component.h(), columns = column + component.h(); column < columns; column++) {
                blocks.block(part, line, column, lineVisible && column < component.blocksWide());
            }
        }
    }
}
