package jp.kiyome.testcorpus.ppt;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** Records with a head of eight bytes ([MS-PPT] 2.3.1). */
final class Rec {

    static final int CSTRING = 4026;

    private Rec() {}

    static byte[] container(int type, int instance, byte[]... children) {
        Bytes body = new Bytes();
        for (byte[] child : children) {
            body.raw(child);
        }
        return atom(15, type, instance, body.toArray());
    }

    static byte[] atom(int type, int instance, byte[] body) {
        return atom(0, type, instance, body);
    }

    static byte[] atom(int version, int type, int instance, byte[] body) {
        return new Bytes()
                .u16(instance << 4 | version)
                .u16(type)
                .u32(body.length)
                .raw(body)
                .toArray();
    }

    static byte[] text(int instance, String text) {
        return atom(CSTRING, instance, utf16(text));
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static byte[] joined(byte[]... parts) {
        Bytes all = new Bytes();
        for (byte[] part : parts) {
            all.raw(part);
        }
        return all.toArray();
    }
}
