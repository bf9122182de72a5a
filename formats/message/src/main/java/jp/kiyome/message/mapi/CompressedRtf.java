package jp.kiyome.message.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Decompresses rich text ([MS-OXRTFCP] 2). Stateless. */
final class CompressedRtf {

    private static final int COMPRESSED = 0x75465A4C;
    private static final int PLAIN = 0x414C454D;
    private static final int HEADER = 16;
    private static final int LARGEST = 16 << 20;
    private static final int RING = 4096;

    /** 2.1.2: what the dictionary begins with. */
    private static final byte[] PRELOADED =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
                            + "\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0"
                            + "\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    static byte[] decompress(Content in, Budget budget) {
        if (in.size() < HEADER) {
            throw damaged("a header of " + in.size() + " bytes");
        }
        long raw = in.littleEndian(4, 4);
        int kind = (int) in.littleEndian(8, 4);
        if (raw > LARGEST) {
            throw damaged(raw + " bytes");
        }
        budget.decode(raw);
        if (kind == PLAIN) {
            byte[] plain = new byte[(int) Math.min(raw, in.size() - HEADER)];
            in.copy(HEADER, plain, 0, plain.length);
            return plain;
        }
        if (kind != COMPRESSED) {
            throw damaged("kind %08X".formatted(kind));
        }
        return expand(in, (int) raw);
    }

    private static byte[] expand(Content in, int raw) {
        byte[] ring = Arrays.copyOf(PRELOADED, RING);
        int write = PRELOADED.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(raw, 1 << 16));
        long at = HEADER;
        while (at < in.size() && out.size() < raw) {
            int control = in.byteAt(at++);
            for (int bit = 0; bit < 8 && at < in.size() && out.size() < raw; bit++) {
                if ((control >> bit & 1) == 0) {
                    write = put(ring, write, in.byteAt(at++), out);
                    continue;
                }
                if (at + 2 > in.size()) {
                    return out.toByteArray();
                }
                int reference = in.byteAt(at) << 8 | in.byteAt(at + 1);
                at += 2;
                int from = reference >> 4;
                if (from == (write & RING - 1)) {
                    return out.toByteArray();
                }
                for (int i = 0; i < (reference & 15) + 2 && out.size() < raw; i++) {
                    write = put(ring, write, ring[from + i & RING - 1], out);
                }
            }
        }
        return out.toByteArray();
    }

    private static int put(byte[] ring, int write, int value, ByteArrayOutputStream out) {
        ring[write & RING - 1] = (byte) value;
        out.write(value);
        return write + 1 & RING - 1;
    }

    private static Refusal damaged(String what) {
        return Refusal.of("message.msg-damaged", "compressed rich text: " + what);
    }
}
