package jp.kiyome.ichitaro.style;

import java.util.stream.IntStream;
import jp.kiyome.ichitaro.raw.Characters;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/** The table of fonts: numbers as Windows describes a font, and names. Stateless. */
public final class FontTable {

    private static final String MAGIC = "FontV.01";
    private static final int LONGEST = 63;
    private static final int SIZES = 16;
    private static final int HEAVIEST = 1000;
    private static final int AFTER_NAME = 12;
    private static final int LEAST = 2 + SIZES + 12 + 2 + AFTER_NAME + 2;

    private FontTable() {}

    public static byte[] rebuild(byte[] stream, Notes notes) {
        In in = new In(stream, notes);
        if (!in.startsWith(MAGIC)) {
            throw notes.damaged("no " + MAGIC);
        }
        Out out = new Out().ascii(in.ascii(MAGIC.length()));
        int fonts = in.u16();
        if (fonts > in.left() / LEAST) {
            throw notes.damaged(fonts + " fonts");
        }
        out.u16(fonts);
        for (int i = 0; i < fonts; i++) {
            font(in, out, notes);
        }
        if (in.left() > 0) {
            notes.removed("ichitaro.loose-bytes", MAGIC);
        }
        return out.toArray();
    }

    private static void font(In in, Out out, Notes notes) {
        out.u16(in.u16());
        boolean odd = IntStream.of(in.u16(), in.u16(), in.u16(), in.u16(), in.u16(), in.u16(), in.u16(), in.u16())
                .anyMatch(number -> number != 0);
        out.zeros(SIZES);
        long weight = in.u32();
        odd |= weight > HEAVIEST;
        out.u32(Math.min(weight, HEAVIEST));
        for (int i = 0; i < 3; i++) {
            int flag = in.u8();
            odd |= flag > 1 && flag != 0xFF;
            out.u8(flag > 1 ? 1 : flag);
        }
        // Character set, precision, clipping, quality, pitch and family.
        out.raw(in.take(5));
        odd |= name(in, out);
        // Code pages and signs that the font has.
        out.raw(in.take(AFTER_NAME));
        odd |= name(in, out);
        if (odd) {
            notes.changed("ichitaro.font", MAGIC);
        }
    }

    /** Up to a zero; true where it had to change. */
    private static boolean name(In in, Out out) {
        StringBuilder raw = new StringBuilder();
        for (int unit = in.u16(); unit != 0; unit = in.u16()) {
            raw.append((char) unit);
        }
        String name = Characters.name(raw.toString(), LONGEST);
        name.chars().forEach(out::u16);
        out.u16(0);
        return !name.contentEquals(raw);
    }
}
