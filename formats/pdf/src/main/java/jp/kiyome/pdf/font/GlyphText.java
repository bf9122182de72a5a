package jp.kiyome.pdf.font;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text that names of glyphs stand for: those of the standard Latin character set (ISO 32000-2, annex D) and {@code uni} names. */
public final class GlyphText {

    /** In the order of the standard names. */
    private static final String STANDARD =
            " !\"#$%&\u2019()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_\u2018"
                    + "abcdefghijklmnopqrstuvwxyz{|}~\u00A1\u00A2\u00A3\u2044\u00A5\u0192\u00A7\u00A4'\u201C\u00AB\u2039\u203A\uFB01\uFB02"
                    + "\u2013\u2020\u2021\u00B7\u00B6\u2022\u201A\u201E\u201D\u00BB\u2026\u2030\u00BF`\u00B4\u02C6\u02DC\u00AF\u02D8\u02D9"
                    + "\u00A8\u02DA\u00B8\u02DD\u02DB\u02C7\u2014\u00C6\u00AA\u0141\u00D8\u0152\u00BA\u00E6\u0131\u0142\u00F8\u0153\u00DF";

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Euro", "\u20AC"),
            Map.entry("copyright", "\u00A9"),
            Map.entry("registered", "\u00AE"),
            Map.entry("trademark", "\u2122"),
            Map.entry("degree", "\u00B0"),
            Map.entry("plusminus", "\u00B1"),
            Map.entry("mu", "\u00B5"),
            Map.entry("multiply", "\u00D7"),
            Map.entry("divide", "\u00F7"),
            Map.entry("minus", "\u2212"),
            Map.entry("onesuperior", "\u00B9"),
            Map.entry("twosuperior", "\u00B2"),
            Map.entry("threesuperior", "\u00B3"),
            Map.entry("onequarter", "\u00BC"),
            Map.entry("onehalf", "\u00BD"),
            Map.entry("threequarters", "\u00BE"),
            Map.entry("brokenbar", "\u00A6"),
            Map.entry("logicalnot", "\u00AC"),
            Map.entry("Eth", "\u00D0"),
            Map.entry("eth", "\u00F0"),
            Map.entry("Thorn", "\u00DE"),
            Map.entry("thorn", "\u00FE"),
            Map.entry("nbspace", "\u00A0"),
            Map.entry("sfthyphen", "\u00AD"));

    /** Names of letters with a mark end in the mark's. */
    private static final Map<String, String> MARKS = Map.of(
            "grave", "\u0300",
            "acute", "\u0301",
            "circumflex", "\u0302",
            "tilde", "\u0303",
            "dieresis", "\u0308",
            "ring", "\u030A",
            "caron", "\u030C",
            "cedilla", "\u0327");

    private static final Pattern BY_CODE = Pattern.compile("uni([0-9A-F]{4})|u([0-9A-F]{4,5})");
    private static final Map<String, String> NAMED = new HashMap<>(OTHERS);

    static {
        for (int i = 0; i < STANDARD.length(); i++) {
            NAMED.put(StandardNames.name(i + 1), STANDARD.substring(i, i + 1));
        }
    }

    private GlyphText() {}

    /** Empty for a name that says nothing. */
    public static Optional<String> of(String name) {
        String known = NAMED.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var code = BY_CODE.matcher(name);
        if (code.matches()) {
            int point = Integer.parseInt(code.group(1) == null ? code.group(2) : code.group(1), 16);
            return point < 0xD800 || point > 0xDFFF ? Optional.of(Character.toString(point)) : Optional.empty();
        }
        String mark = name.length() > 2 ? MARKS.get(name.substring(1).toLowerCase(Locale.ROOT)) : null;
        return mark == null
                ? Optional.empty()
                : Optional.of(Normalizer.normalize(name.charAt(0) + mark, Normalizer.Form.NFC));
    }

    /** What a code of the standard encoding stands for. */
    public static Optional<String> ofStandardCode(int code) {
        return of(StandardNames.ofCode(code));
    }
}
