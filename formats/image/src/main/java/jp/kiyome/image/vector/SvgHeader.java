package jp.kiyome.image.vector;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;

/**
 * Width, height and viewBox of an SVG file's root element (SVG 1.1 section 7). The start of the file is searched as text and no XML is
 * parsed: no entity, no DOCTYPE, nothing to go wrong but the answer. Stateless.
 */
final class SvgHeader {

    private static final int SEARCHED = 1 << 14;
    private static final double MICROMETRES_A_PIXEL = 25_400 / 96.0;
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z0-9]{1,20}:)?svg\\s([^>]{0,8000})>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<!\\S)(width|height|viewBox)\\s{0,9}=\\s{0,9}[\"']([^\"']{0,99})[\"']");
    private static final Pattern LENGTH =
            Pattern.compile("\\s{0,9}([0-9]{1,9}(?:\\.[0-9]{1,9})?)(px|pt|pc|mm|cm|in)?\\s{0,9}");
    private static final Pattern BOX = Pattern.compile(
            "\\s{0,9}[-0-9.e]{1,20}[\\s,]{1,9}[-0-9.e]{1,20}[\\s,]{1,9}([0-9]{1,9}(?:\\.[0-9]{1,9})?)[\\s,]{1,9}([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s{0,9}");

    private SvgHeader() {}

    static Optional<VectorSize> size(Content content) {
        byte[] start = new byte[(int) Math.min(SEARCHED, content.size())];
        content.copy(0, start, 0, start.length);
        Matcher root = ROOT.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (!root.find()) {
            return Optional.empty();
        }
        double width = 0;
        double height = 0;
        Optional<VectorSize> box = Optional.empty();
        Matcher attribute = ATTRIBUTE.matcher(root.group(1));
        while (attribute.find()) {
            String value = attribute.group(2);
            switch (attribute.group(1)) {
                case "width" -> width = micrometres(value);
                case "height" -> height = micrometres(value);
                default -> box = box(value);
            }
        }
        Optional<VectorSize> fallback = box;
        return VectorSize.ofMicrometres(width, height).or(() -> fallback);
    }

    private static double micrometres(String length) {
        Matcher matcher = LENGTH.matcher(length);
        if (!matcher.matches()) {
            return 0;
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("px");
        return Double.parseDouble(matcher.group(1))
                * switch (unit) {
                    case "pt" -> 25_400 / 72.0;
                    case "pc" -> 25_400 / 6.0;
                    case "mm" -> 1_000;
                    case "cm" -> 10_000;
                    case "in" -> 25_400;
                    default -> MICROMETRES_A_PIXEL;
                };
    }

    private static Optional<VectorSize> box(String value) {
        Matcher matcher = BOX.matcher(value);
        return matcher.matches()
                ? VectorSize.ofMicrometres(
                        Double.parseDouble(matcher.group(1)) * MICROMETRES_A_PIXEL,
                        Double.parseDouble(matcher.group(2)) * MICROMETRES_A_PIXEL)
                : Optional.empty();
    }
}
