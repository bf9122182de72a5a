package jp.kiyome.archive.sevenz;

/** Property ids (7zFormat.txt, "Property IDs") and coder ids (Methods.txt). */
final class Id {

    static final int END = 0x00;
    static final int HEADER = 0x01;
    static final int ARCHIVE_PROPERTIES = 0x02;
    static final int MAIN_STREAMS = 0x04;
    static final int FILES = 0x05;
    static final int PACK_INFO = 0x06;
    static final int UNPACK_INFO = 0x07;
    static final int SUB_STREAMS = 0x08;
    static final int SIZE = 0x09;
    static final int CRC = 0x0A;
    static final int FOLDER = 0x0B;
    static final int UNPACK_SIZES = 0x0C;
    static final int UNPACK_STREAMS = 0x0D;
    static final int EMPTY_STREAM = 0x0E;
    static final int EMPTY_FILE = 0x0F;
    static final int ANTI = 0x10;
    static final int NAMES = 0x11;
    static final int CREATED = 0x12;
    static final int ACCESSED = 0x13;
    static final int MODIFIED = 0x14;
    static final int ATTRIBUTES = 0x15;
    static final int ENCODED_HEADER = 0x17;
    static final int START = 0x18;
    static final int DUMMY = 0x19;

    static final long COPY = 0x00;
    static final long DELTA = 0x03;
    static final long X86 = 0x04;
    static final long POWERPC = 0x05;
    static final long ITANIUM = 0x06;
    static final long ARM = 0x07;
    static final long ARM_THUMB = 0x08;
    static final long SPARC = 0x09;
    static final long ARM64 = 0x0A;
    static final long RISCV = 0x0B;
    static final long LZMA2 = 0x21;
    static final long LZMA = 0x030101;
    static final long SWAP2 = 0x020302;
    static final long SWAP4 = 0x020304;
    static final long PPMD = 0x030401;
    static final long BCJ_X86 = 0x03030103;
    static final long BCJ2 = 0x0303011B;
    static final long OLD_POWERPC = 0x03030205;
    static final long OLD_ITANIUM = 0x03030401;
    static final long OLD_ARM = 0x03030501;
    static final long OLD_ARM_THUMB = 0x03030701;
    static final long OLD_SPARC = 0x03030805;
    static final long DEFLATE = 0x040108;
    static final long DEFLATE64 = 0x040109;
    static final long BZIP2 = 0x040202;
    /** Not of 7-Zip's own, but of a wide-spread variant (github.com/mcmilk/7-Zip-zstd, Methods-Extern.md). */
    static final long ZSTD = 0x04F71101;

    static final long AES = 0x06F10701;

    private Id() {}
}
