package jp.kiyome.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of a TrueType program's glyphs (table post): names of letters, digits and few signs, or none. Stateless. */
final class GlyphNames {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,63}");

    private static final int STANDARD = 258;

    private GlyphNames() {}

    static byte[] rebuilt(Optional<FontBytes> post, int glyphs) {
        try {
            if (post.isPresent() && post.get().size() >= 34) {
                FontBytes in = post.get();
                in.seek(0);
                if (in.u32() == 0x00020000) {
                    return named(in, glyphs);
                }
            }
        } catch (FontBytes.Unreadable broken) {
            // Names that cannot be read are none.
            return nameless();
        }
        return nameless();
    }

    private static byte[] nameless() {
        return header(0x00030000).toByteArray();
    }

    private static FontOut header(long version) {
        FontOut out = new FontOut().u32(version);
        for (int i = 0; i < 7; i++) {
            out.u32(0);
        }
        return out;
    }

    private static byte[] named(FontBytes in, int glyphs) {
        in.seek(32);
        if (in.u16() != glyphs) {
            return nameless();
        }
        int[] indexes = new int[glyphs];
        for (int i = 0; i < glyphs; i++) {
            indexes[i] = in.u16();
        }
        List<String> names = new ArrayList<>();
        while (in.more()) {
            int length = in.u8();
            names.add(
                    length <= in.size() - in.position()
                            ? new String(in.bytes(length), StandardCharsets.ISO_8859_1)
                            : "");
        }
        FontOut out = header(0x00020000).u16(glyphs);
        FontOut strings = new FontOut();
        int next = STANDARD;
        for (int index : indexes) {
            String name = index >= STANDARD && index - STANDARD < names.size() ? names.get(index - STANDARD) : "";
            if (NAME.matcher(name).matches()) {
                out.u16(next++);
                strings.u8(name.length()).bytes(name.getBytes(StandardCharsets.ISO_8859_1));
            } else {
                out.u16(index < STANDARD ? index : 0);
            }
        }
        return out.bytes(strings.toByteArray()).toByteArray();
    }
}
