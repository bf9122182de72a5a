package jp.kiyome.image.jpeg;

/** The run of blocks that have ended, held back until something else comes (T.81 G.1.2.2, figure G.4). Not for sharing. */
final class EndedBlocks {

    private static final int MAX_RUN = 0x7FFF;

    private final CodeSink sink;
    private final int table;
    private int run;

    EndedBlocks(CodeSink sink, int table) {
        this.sink = sink;
        this.table = table;
    }

    /** One more; returns whether the run is full and must be {@linkplain #emit written}. */
    boolean add() {
        return ++run == MAX_RUN;
    }

    void emit() {
        if (run > 0) {
            int size = 31 - Integer.numberOfLeadingZeros(run);
            sink.code(table, size << 4, run - (1 << size), size);
            run = 0;
        }
    }
}
