package jp.kiyome.text.plain;

import java.util.List;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.html.HtmlNode;
import jp.kiyome.text.html.HtmlNode.Element;

/** Renders what runs inside a paragraph: links with their targets, pictures by their text, readings in brackets. Not thread-safe. */
final class InlineRenderer {

    private final Renderer blocks;

    InlineRenderer(Renderer blocks) {
        this.blocks = blocks;
    }

    void render(HtmlNode node, Inline into, String ground) {
        switch (node) {
            case HtmlNode.Text(String characters) -> into.characters(characters);
            case Element element -> element(element, into, ground);
        }
    }

    private void element(Element element, Inline into, String around) {
        if (blocks.hides(element, around)) {
            String text = blocks.marksHidden() ? textOf(element) : "";
            into.exactly(text.isEmpty() ? "" : "【非表示: " + text + "】");
            return;
        }
        String ground = blocks.ground(element, around);
        switch (element.name()) {
            case "br" -> into.lineEnd();
            case "wbr", "style", "rp" -> {}
            case "img" ->
                element.attribute("alt")
                        .map(String::strip)
                        .filter(alt -> !alt.isEmpty())
                        .ifPresent(alt -> {
                            into.exactly("[");
                            into.characters(alt);
                            into.exactly("]");
                        });
            case "a" -> link(element, into, ground);
            case "rt", "rtc" -> reading(element, into, ground);
            case "q" -> {
                into.exactly("「");
                children(element, into, ground);
                into.exactly("」");
            }
            default -> children(element, into, ground);
        }
    }

    private void children(Element element, Inline into, String ground) {
        element.children().forEach(child -> render(child, into, ground));
    }

    private void reading(Element element, Inline into, String ground) {
        int start = into.length();
        children(element, into, ground);
        String reading = into.from(start);
        into.cut(start);
        into.exactly(reading.isEmpty() ? "" : "（" + reading + "）");
    }

    /** The label and the real target; once where the label is the target. */
    private void link(Element element, Inline into, String ground) {
        int start = into.length();
        children(element, into, ground);
        String target = element.attribute("href").orElse("");
        if (target.isEmpty() || target.startsWith("#")) {
            return;
        }
        String label = into.from(start);
        if (same(label, target)) {
            into.cut(start);
            into.exactly("<" + target + ">");
        } else {
            into.exactly((label.isEmpty() ? "<" : " <") + target + ">");
        }
    }

    private static boolean same(String label, String target) {
        String plain = Ascii.lower(target);
        String said = Ascii.lower(label);
        return said.equals(plain)
                || (said + "/").equals(plain)
                || said.equals(plain + "/")
                || ("mailto:" + said).equals(plain);
    }

    /** All text of an element in one line. */
    static String textOf(Element element) {
        Inline inline = new Inline();
        collect(element.children(), inline);
        return inline.taken().replace('\n', ' ').strip();
    }

    private static void collect(List<HtmlNode> nodes, Inline inline) {
        for (HtmlNode node : nodes) {
            switch (node) {
                case HtmlNode.Text(String characters) -> inline.characters(characters);
                case Element element -> {
                    if (Renderer.isBlock(element)) {
                        inline.characters(" ");
                    }
                    collect(element.children(), inline);
                }
            }
        }
    }
}
