package jp.kiyome.pdf.field;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;
import jp.kiyome.pdf.font.CharacterMap;
import jp.kiyome.pdf.font.GlyphText;

/**
 * What the character codes of a font stand for: by its encoding, else by its map to Unicode (ISO 32000-2, 9.10.2). Not thread-safe.
 *
 * @param codes text by code, for simple fonts
 * @param wide how composite fonts with an encoding of a known character set are read
 * @param unicode the font's own map
 * @param bytes of one code
 */
record FieldFont(Map<Integer, String> codes, Optional<Charset> wide, Optional<CharacterMap> unicode, int bytes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Set<String> PICTURES = Set.of("Symbol", "ZapfDingbats");

    /** Takes {@code font}: clean */
    static FieldFont of(Cos.Dict font, UnaryOperator<Cos> resolve, Optional<CharacterMap> unicode) {
        if (font.name("Subtype").equals("Type0")) {
            String encoding = resolve.apply(font.get("Encoding")) instanceof Cos.Name name ? name.text() : "";
            return new FieldFont(Map.of(), charset(encoding), unicode, 2);
        }
        // Glyphs of Type 3 fonts are drawings, whatever they are called.
        boolean named = !font.name("Subtype").equals("Type3") && !PICTURES.contains(font.name("BaseFont"));
        return new FieldFont(named ? simple(font, resolve) : Map.of(), Optional.empty(), unicode, 1);
    }

    private static Optional<Charset> charset(String encoding) {
        if (encoding.startsWith("Uni")) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return encoding.startsWith("90ms") ? Optional.of(SHIFT_JIS) : Optional.empty();
    }

    private static Map<Integer, String> simple(Cos.Dict font, UnaryOperator<Cos> resolve) {
        Cos encoding = resolve.apply(font.get("Encoding"));
        Cos.Dict own = Cos.dict(encoding).orElse(Cos.Dict.EMPTY);
        Cos.Dict descriptor =
                Cos.dict(resolve.apply(font.get("FontDescriptor"))).orElse(Cos.Dict.EMPTY);
        boolean builtIn = descriptor.has("FontFile2") || descriptor.has("FontFile3");
        String base = encoding instanceof Cos.Name name ? name.text() : own.name("BaseEncoding");
        Map<Integer, String> codes = new HashMap<>();
        for (int code = ' '; code < 256 && !(base.isEmpty() && builtIn); code++) {
            int at = code;
            base(base, code).ifPresent(text -> codes.put(at, text));
        }
        if (resolve.apply(own.get("Differences")) instanceof Cos.Arr differences) {
            int code = 0;
            for (Cos item : differences.items()) {
                if (item instanceof Num number) {
                    code = Cos.integer(number, 0);
                } else if (item instanceof Cos.Name name) {
                    codes.remove(code);
                    int at = code++;
                    GlyphText.of(name.text()).ifPresent(text -> codes.put(at, text));
                }
            }
        }
        return codes;
    }

    private static Optional<String> base(String encoding, int code) {
        return switch (encoding) {
            case "WinAnsiEncoding" -> decoded(new byte[] {(byte) code}, WINDOWS);
            case "PDFDocEncoding" -> Optional.of(PdfDocText.of(code));
            case "MacRomanEncoding", "MacExpertEncoding" ->
                code < 0x7F && encoding.startsWith("MacR") ? Optional.of(Character.toString(code)) : Optional.empty();
            default -> GlyphText.ofStandardCode(code);
        };
    }

    /** Empty where any code stands for nothing known. */
    Optional<String> text(String shown) {
        if (wide.isPresent()) {
            return decoded(shown.getBytes(StandardCharsets.ISO_8859_1), wide.get());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown.length(); i += bytes) {
            String code = shown.substring(i, Math.min(shown.length(), i + bytes));
            Optional<String> one = Optional.ofNullable(bytes == 1 ? codes.get((int) code.charAt(0)) : null)
                    .or(() -> unicode.flatMap(map -> map.text(code)));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            text.append(one.get());
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException unreadable) {
            // Told by the caller, who draws the text anew.
            return Optional.empty();
        }
    }
}
