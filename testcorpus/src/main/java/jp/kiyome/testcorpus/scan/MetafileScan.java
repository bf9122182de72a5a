package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** What no rebuilt metafile holds: commands for devices, comments, sizes that do not add up, anything behind the end. */
final class MetafileScan {

    private static final Set<Integer> EMF_NEVER =
            Set.of(0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6D, 0x6E, 0x6F, 0x70, 0x71, 0x77, 0x79, 0x7A);
    private static final int PLUS = 0x2B464D45;
    private static final int KEY = 0x9AC6CDD7;

    private MetafileScan() {}

    static boolean isEmf(Layer layer) {
        return layer.startsWith(1, 0, 0, 0)
                && layer.bytes().length > 88
                && of(layer).getInt(40) == 0x464D4520;
    }

    static boolean isWmf(Layer layer) {
        return layer.startsWith(0xD7, 0xCD, 0xC6, 0x9A) || layer.startsWith(1, 0, 9, 0, 0, 3);
    }

    static void emf(Layer layer, Check.Found found) {
        ByteBuffer in = of(layer);
        int size = layer.bytes().length;
        int records = 0;
        int highest = 0;
        int at = 0;
        int type = 0;
        while (at + 8 <= size && type != 14) {
            type = in.getInt(at);
            int length = in.getInt(at + 4);
            if (length < 8 || length % 4 != 0 || length > size - at) {
                found.structure("emf", "a record of " + length + " bytes at " + at);
                return;
            }
            if (type < 1 || type > 122 || EMF_NEVER.contains(type)) {
                found.vector("emf", "record " + type);
            }
            if (type == 70 && (length < 16 || in.getInt(at + 12) != PLUS)) {
                found.vector("emf", "a comment at " + at);
            }
            if (Set.of(0x26, 0x27, 0x31, 0x52, 0x5D, 0x5E, 0x5F).contains(type)) {
                highest = Math.max(highest, in.getInt(at + 8));
            }
            records++;
            at += length;
        }
        boolean counted = in.getInt(48) == size && in.getInt(52) == records && in.getShort(56) == highest + 1;
        if (at != size || type != 14 || !counted || in.getInt(60) != 0) {
            found.structure("emf", "a header that does not tell what follows, or bytes behind the end");
        }
    }

    static void wmf(Layer layer, Check.Found found) {
        ByteBuffer in = of(layer);
        int start = in.getInt(0) == KEY ? 22 : 0;
        int size = layer.bytes().length;
        int at = start + 18;
        int function = -1;
        int longest = 0;
        while (at + 6 <= size && function != 0) {
            int words = in.getInt(at);
            function = in.getShort(at + 4) & 0xFFFF;
            if (words < 3 || words > (size - at) / 2) {
                found.structure("wmf", "a record of " + words + " words at " + at);
                return;
            }
            if (function == 0x0626) {
                found.vector("wmf", "an escape at " + at);
            }
            longest = Math.max(longest, words);
            at += 2 * words;
        }
        boolean counted = in.getInt(start + 6) == (size - start) / 2 && in.getInt(start + 12) == longest;
        if (at != size || function != 0 || !counted) {
            found.structure("wmf", "a header that does not tell what follows, or bytes behind the end");
        }
    }

    private static ByteBuffer of(Layer layer) {
        return ByteBuffer.wrap(layer.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
