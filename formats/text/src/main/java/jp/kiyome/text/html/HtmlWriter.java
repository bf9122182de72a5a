package jp.kiyome.text.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.text.html.HtmlNode.Attribute;

/**
 * Writes a document in one way: names in lower case, every attribute in double quotes, every end tag there, nothing but a style
 * sheet of ours unescaped. It sees the model alone.
 */
public final class HtmlWriter {

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

    private final StringBuilder out = new StringBuilder();
    private final Encoding encoding;

    HtmlWriter(Encoding encoding) {
        this.encoding = encoding;
    }

    public static String page(HtmlPage page, Encoding encoding) {
        HtmlWriter writer = new HtmlWriter(encoding);
        writer.document(page);
        return writer.out.toString();
    }

    private void document(HtmlPage page) {
        out.append(page.standards() ? "<!DOCTYPE html>\n" : "");
        startTag("html", page.attributes());
        out.append("\n<head>\n<meta charset=\"").append(encoding.label()).append("\">\n");
        for (HtmlNode node : page.head()) {
            node(node);
            out.append('\n');
        }
        out.append("</head>\n");
        node(page.body());
        out.append("\n</html>\n");
    }

    private void node(HtmlNode node) {
        switch (node) {
            case HtmlNode.Text(String text) -> escaped(text, false);
            case HtmlNode.Element element -> element(element);
        }
    }

    private void element(HtmlNode.Element element) {
        String name = element.name();
        startTag(name, element.attributes());
        if (VOID.contains(name)) {
            return;
        }
        if (name.equals("style")) {
            sheet(element.ownText());
        } else {
            // A parser leaves out the first line feed there.
            boolean eaten = name.equals("pre") && element.ownText().startsWith("\n");
            out.append(eaten ? "\n" : "");
            element.children().forEach(this::node);
        }
        out.append("</").append(name).append('>');
    }

    private void sheet(String css) {
        if (css.indexOf('<') >= 0) {
            throw new IllegalStateException("a style sheet that could end early");
        }
        for (int i = 0; i < css.length(); ) {
            int point = css.codePointAt(i);
            if (encoding.has(point)) {
                out.appendCodePoint(point);
            } else {
                out.append('?');
            }
            i += Character.charCount(point);
        }
    }

    private void startTag(String name, List<Attribute> attributes) {
        out.append('<').append(name);
        for (Attribute attribute : attributes) {
            out.append(' ').append(attribute.name()).append("=\"");
            escaped(attribute.value(), true);
            out.append('"');
        }
        out.append('>');
    }

    private void escaped(String text, boolean attribute) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                // Browsers of old took it for a quote.
                case '`' -> out.append(attribute ? "&#96;" : "`");
                case '\r' -> out.append("&#13;");
                case 0xA0 -> out.append("&nbsp;");
                default -> character(point);
            }
            i += Character.charCount(point);
        }
    }

    private void character(int point) {
        if (encoding.has(point)) {
            out.appendCodePoint(point);
        } else {
            out.append(String.format(Locale.ROOT, "&#%d;", point));
        }
    }
}
