package jp.kiyome.testcorpus.archive;

import java.util.Arrays;
import jp.kiyome.testcorpus.zip.Bytes;

/** Frames of Zstandard (RFC 8878) that pack nothing, honest until told to lie. */
final class RawZstd {

    private static final int BLOCK = 1 << 17;
    private static final int SKIPPED = 0x184D2A57;

    private RawZstd() {}

    /** One segment of bytes as they are. */
    static byte[] frame(byte[] data) {
        return frame(0xA0, new byte[0], data);
    }

    /** A frame that asks for a dictionary. */
    static byte[] withDictionary(byte[] data) {
        return frame(0xA1, new byte[] {7}, data);
    }

    /** A frame whose window nobody has memory for. */
    static byte[] withWindow(byte[] data) {
        return frame(0x80, new byte[] {(byte) (31 - 10 << 3)}, data);
    }

    private static byte[] frame(int flags, byte[] more, byte[] data) {
        Bytes out = new Bytes().u32(0xFD2FB528L).octets(flags).raw(more).u32(data.length);
        for (int at = 0; at == 0 || at < data.length; at += BLOCK) {
            int length = Math.min(BLOCK, data.length - at);
            block(out, at + length == data.length, 0, length);
            out.raw(Arrays.copyOfRange(data, at, at + length));
        }
        return out.toArray();
    }

    /** So many blocks of one zero each, said 131,072 times. */
    static byte[] bomb(int blocks) {
        Bytes out = new Bytes().u32(0xFD2FB528L).octets(0x00, 17 - 10 << 3);
        for (int i = 0; i < blocks; i++) {
            block(out, i == blocks - 1, 1, BLOCK);
            out.octets(0);
        }
        return out.toArray();
    }

    private static void block(Bytes out, boolean last, int kind, int size) {
        int header = (last ? 1 : 0) | kind << 1 | size << 3;
        out.octets(header & 0xFF, header >>> 8 & 0xFF, header >>> 16);
    }

    /** A frame that decoders pass over (3.1.2). */
    static byte[] skipped(byte[] data) {
        return new Bytes().u32(SKIPPED).u32(data.length).raw(data).toArray();
    }
}
