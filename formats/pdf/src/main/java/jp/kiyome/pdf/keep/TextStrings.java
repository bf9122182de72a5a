package jp.kiyome.pdf.keep;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.field.PdfDocText;

/** Text strings and dates (ISO 32000-2, 7.9.2.2 and 7.9.4) in one canonical form. Stateless. */
final class TextStrings {

    private static final int LONGEST = 1 << 20;
    private static final Pattern DATE =
            Pattern.compile("(D:)?[0-9]{4}([0-9]{2}){0,5}(Z|[+-][0-9]{2}('?([0-9]{2}'?)?)?)?(Z?00'00'?)?");

    private TextStrings() {}

    static Optional<Cos> date(Cos value) {
        return value instanceof Cos.Str string && DATE.matcher(string.bytes()).matches()
                ? Optional.of(value)
                : Optional.empty();
    }

    /** The text without controls other than tabs and line ends; strings of one byte a character stay such. */
    static Optional<Cos> clean(Cos value) {
        if (!(value instanceof Cos.Str string) || string.bytes().length() > LONGEST) {
            return Optional.empty();
        }
        String bytes = string.bytes();
        if (bytes.startsWith("\u00FE\u00FF")) {
            return Optional.of(wide(
                    new String(bytes.substring(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16BE)));
        }
        if (bytes.startsWith("\u00FF\u00FE")) {
            return Optional.of(wide(
                    new String(bytes.substring(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16LE)));
        }
        if (bytes.startsWith("\u00EF\u00BB\u00BF")) {
            return Optional.of(
                    wide(new String(bytes.substring(3).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        }
        StringBuilder kept = new StringBuilder(bytes.length());
        bytes.chars().filter(c -> c >= 0x18 && c != 0x7F || isLayout(c)).forEach(c -> kept.append((char) c));
        return Optional.of(new Cos.Str(kept.toString()));
    }

    /** The text of a string, for comparing and for links. */
    static String text(Cos.Str string) {
        return clean(string).orElse(string) instanceof Cos.Str cleaned
                        && cleaned.bytes().startsWith("\u00FE\u00FF")
                ? new String(cleaned.toBytes(), 2, cleaned.bytes().length() - 2, StandardCharsets.UTF_16BE)
                : PdfDocText.of(string.bytes());
    }

    /** A text as the string that {@link #clean} leaves as it is. */
    static Cos.Str of(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? new Cos.Str(text) : wide(text);
    }

    private static boolean isLayout(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static Cos.Str wide(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        kept.append('\uFEFF');
        text.codePoints()
                .filter(c -> c >= ' ' && c != 0x7F && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)
                        || isLayout(c))
                .forEach(kept::appendCodePoint);
        return Cos.Str.of(kept.toString().getBytes(StandardCharsets.UTF_16BE));
    }
}
