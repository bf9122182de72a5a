package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** GIF89a: images, their controls, the number of loops. */
final class GifWalk implements PictureScan.Walk {

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        in.position(10);
        table(in, in.get(), 2);
        while (true) {
            int block = in.get() & 0xFF;
            if (block == 0x3B) {
                break;
            }
            if (block == 0x2C) {
                in.position(in.position() + 8);
                table(in, in.get(), 0);
                in.get();
                skip(in);
            } else if (block == 0x21) {
                extension(in, found);
            } else {
                found.add("block " + Integer.toHexString(block));
                return;
            }
        }
        if (in.hasRemaining()) {
            found.add(in.remaining() + " bytes behind the end");
        }
    }

    private static void table(ByteBuffer in, int packed, int before) {
        in.position(in.position() + before + ((packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1));
    }

    private static void extension(ByteBuffer in, List<String> found) {
        int label = in.get() & 0xFF;
        if (label == 0xF9) {
            if (skip(in) != 4) {
                found.add("control of another length");
            }
            return;
        }
        byte[] name = new byte[11];
        boolean application = label == 0xFF && in.get() == 11;
        if (application) {
            in.get(name);
        }
        int length = skip(in);
        if (!application || !new String(name, StandardCharsets.ISO_8859_1).equals("NETSCAPE2.0") || length != 3) {
            found.add("extension " + Integer.toHexString(label));
        }
    }

    /** Passes over sub-blocks; returns how many bytes they hold. */
    private static int skip(ByteBuffer in) {
        int total = 0;
        for (int size = in.get() & 0xFF; size > 0; size = in.get() & 0xFF) {
            in.position(in.position() + size);
            total += size;
        }
        return total;
    }
}
