package jp.kiyome.archive.cab;

/** How a folder is packed ([MS-CAB] 2.2, CFFOLDER typeCompress). */
sealed interface Packing {

    /** Not at all. */
    record Stored() implements Packing {}

    /** Deflate in pieces of 32 KiB ([MS-MCI]). */
    record Mszip() implements Packing {}

    /**
     * Quantum.
     *
     * @param windowBits 10 to 21
     */
    record Quantum(int windowBits) implements Packing {}

    /**
     * LZX.
     *
     * @param windowBits 15 to 21
     */
    record Lzx(int windowBits) implements Packing {}
}
