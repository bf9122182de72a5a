package jp.kiyome.text.plain;

import java.util.List;
import java.util.Set;
import jp.kiyome.text.html.HtmlNode;
import jp.kiyome.text.html.HtmlNode.Element;

/** Renders the blocks of a page. The tree's depth is limited where it was read. Not thread-safe. */
final class Renderer {

    private static final Set<String> WITH_GAP = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "dir",
            "menu",
            "blockquote",
            "pre",
            "table",
            "figure",
            "hr");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dt",
            "figcaption",
            "footer",
            "header",
            "hgroup",
            "li",
            "main",
            "nav",
            "search",
            "section",
            "summary",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");
    private static final List<String> HEADINGS = List.of("■ ", "● ", "◆ ", "◇ ", "○ ", "・ ");
    /** Marks before a line of quotes inside quotes, at most. */
    private static final int MOST_MARKS = 20;

    private static final int RULE = 40;

    private final TextLayout layout;
    private final Visibility visibility;
    private final InlineRenderer inlines;
    private int marks;
    /** Inside list items nothing stands apart. */
    private int items;

    Renderer(TextLayout layout, Visibility visibility) {
        this.layout = layout;
        this.visibility = visibility;
        this.inlines = new InlineRenderer(this);
    }

    static boolean isBlock(HtmlNode node) {
        return node instanceof Element element
                && (BLOCKS.contains(element.name()) || WITH_GAP.contains(element.name()));
    }

    boolean hides(Element element, String ground) {
        return visibility.hides(element, ground);
    }

    String ground(Element element, String around) {
        return visibility.ground(element, around);
    }

    boolean marksHidden() {
        return layout.hidden() == TextLayout.Hidden.MARKED;
    }

    /** The lines of nodes side by side. */
    List<String> lines(List<HtmlNode> nodes, int width, String ground) {
        Lines lines = new Lines();
        Inline inline = new Inline();
        for (HtmlNode node : nodes) {
            if (isBlock(node)) {
                paragraph(inline, width, lines);
                block((Element) node, width, ground, lines);
            } else if (node instanceof Element element && holdsBlock(element) && !hides(element, ground)) {
                paragraph(inline, width, lines);
                lines.addAll(lines(element.children(), width, ground(element, ground)));
            } else {
                inlines.render(node, inline, ground);
            }
        }
        paragraph(inline, width, lines);
        return lines.list();
    }

    private static boolean holdsBlock(Element element) {
        return element.children().stream()
                .anyMatch(child -> isBlock(child) || child instanceof Element e && holdsBlock(e));
    }

    private static void paragraph(Inline inline, int width, Lines lines) {
        if (inline.isEmpty()) {
            inline.taken();
            return;
        }
        for (String line : inline.taken().split("\n", -1)) {
            lines.addAll(LineBreaker.broken(line.strip(), width));
        }
    }

    private void block(Element element, int width, String around, Lines lines) {
        if (hides(element, around)) {
            hidden(element, width, lines);
            return;
        }
        String ground = ground(element, around);
        boolean gap = WITH_GAP.contains(element.name());
        if (gap && items == 0 || element.name().startsWith("h")) {
            lines.gap();
        }
        switch (element.name()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                String mark = HEADINGS.get(element.name().charAt(1) - '1');
                prefixed(lines(element.children(), narrower(width, 3), ground), mark, "   ", lines);
            }
            case "blockquote" -> nested(element, "> ", "> ", width, ground, lines);
            case "ul", "ol", "dir", "menu" -> list(element, width, ground, lines);
            case "dd" -> nested(element, "    ", "    ", width, ground, lines);
            case "pre" -> Preformatted.lines(element).forEach(lines::add);
            case "hr" -> lines.add("-".repeat(width == 0 ? RULE : Math.min(width, RULE)));
            case "table" -> lines.addAll(new TableReader(this).lines(element, width, ground));
            default -> lines.addAll(lines(element.children(), width, ground));
        }
        if (gap && items == 0) {
            lines.gap();
        }
    }

    private void hidden(Element element, int width, Lines lines) {
        if (marksHidden()) {
            String text = InlineRenderer.textOf(element);
            if (!text.isEmpty()) {
                lines.addAll(LineBreaker.broken("【非表示: " + text + "】", width));
            }
        }
    }

    private void list(Element list, int width, String ground, Lines lines) {
        boolean ordered = list.name().equals("ol");
        int number = list.attribute("start").map(Renderer::number).orElse(1);
        for (HtmlNode child : list.children()) {
            if (child instanceof Element item && item.name().equals("li")) {
                number = item.attribute("value").map(Renderer::number).orElse(number);
                String mark =
                        ordered ? Numbering.of(number, list.attribute("type").orElse("1")) + ". " : "・ ";
                number++;
                if (hides(item, ground)) {
                    hidden(item, width, lines);
                } else {
                    items++;
                    nested(item, mark, " ".repeat(Columns.of(mark)), width, ground, lines);
                    items--;
                }
            } else if (child instanceof Element other) {
                nested(other, "  ", "  ", width, ground, lines);
            }
        }
    }

    private void nested(Element element, String first, String further, int width, String ground, Lines lines) {
        boolean marked = marks < MOST_MARKS;
        marks += marked ? 1 : 0;
        List<HtmlNode> inside = isBlock(element) && !element.name().matches("ul|ol|dl|table|pre")
                ? element.children()
                : List.of(element);
        List<String> rendered = lines(inside, narrower(width, marked ? Columns.of(first) : 0), ground(element, ground));
        marks -= marked ? 1 : 0;
        if (marked) {
            prefixed(rendered, first, further, lines);
        } else {
            lines.addAll(rendered);
        }
    }

    private static void prefixed(List<String> rendered, String first, String further, Lines lines) {
        for (int i = 0; i < rendered.size(); i++) {
            lines.add(((i == 0 ? first : further) + rendered.get(i)).stripTrailing());
        }
    }

    private static int narrower(int width, int columns) {
        return width == 0 ? 0 : Math.max(TextLayout.NARROWEST, width - columns);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
