package jp.kiyome.archive.ppm;

import jp.kiyome.container.packed.BitReader;

/** What tells the model where in its predictions the stream is; one kind for every packer. Not thread-safe. */
public sealed interface RangeDecoder permits RarRange, SevenZipRange {

    /** A block begins. */
    void begin(BitReader in);

    /** Which of {@code scale} equal parts comes next; not below {@code scale} only where the stream is broken. */
    int count(int scale);

    /** The parts from {@code from} up to {@code to} of those just counted were what came. */
    void take(BitReader in, int from, int to);

    /** Whether the first {@code share} of 2^14 equal parts came, or the others. */
    boolean first(BitReader in, int share);
}
