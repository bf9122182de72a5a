package jp.kiyome.text.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.css.StyleSheet;
import jp.kiyome.text.html.HtmlNode.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Copies what the lists allow from a parsed document into the model. What nobody listed falls into the last else. Not thread-safe. */
final class HtmlFilter {

    private final HtmlHost host;
    private final Losses losses;
    private final AttributeFilter attributes;

    HtmlFilter(HtmlHost host, Losses losses) {
        this.host = host;
        this.losses = losses;
        this.attributes = new AttributeFilter(host, losses);
    }

    HtmlPage page(Document document) {
        List<HtmlNode> head = new ArrayList<>();
        List<HtmlNode> body = new ArrayList<>();
        List<Attribute> ofRoot = List.of();
        List<Attribute> ofBody = List.of();
        for (Node top : document.childNodes()) {
            if (top instanceof Element root && root.nameIs("html")) {
                ofRoot = attributes.filter("html", root.attributes());
                for (Node part : root.childNodes()) {
                    if (part instanceof Element element && element.nameIs("head")) {
                        attributes.filter("head", element.attributes());
                        head(element, head);
                    } else if (part instanceof Element element && element.nameIs("body")) {
                        ofBody = attributes.filter("body", element.attributes());
                        children(element, body);
                    } else if (!(part instanceof TextNode text && text.isBlank())) {
                        copy(part, body);
                    }
                }
            } else if (top instanceof Comment comment) {
                comment(comment);
            }
        }
        List<HtmlNode> shown = joined(body);
        trimEnd(shown);
        return new HtmlPage(document.documentType() != null, ofRoot, head, new HtmlNode.Element("body", ofBody, shown));
    }

    private void head(Element element, List<HtmlNode> head) {
        boolean titled = head.stream().anyMatch(HtmlFilter::isTitle);
        for (Node node : element.childNodes()) {
            if (node instanceof Element child && child.nameIs("title")) {
                String title = clean(child.wholeText()).strip();
                if (!title.isEmpty() && !titled) {
                    titled = true;
                    head.add(new HtmlNode.Element("title", List.of(), List.of(new HtmlNode.Text(title))));
                }
            } else if (node instanceof Element child && child.nameIs("style")) {
                sheet(child).ifPresent(head::add);
            } else if (node instanceof Element child) {
                drop(child);
            } else if (node instanceof Comment comment) {
                comment(comment);
            }
        }
    }

    private static boolean isTitle(HtmlNode node) {
        return node instanceof HtmlNode.Element element && element.name().equals("title");
    }

    private Optional<HtmlNode> sheet(Element element) {
        StringBuilder css = new StringBuilder();
        for (Node node : element.childNodes()) {
            css.append(node instanceof DataNode data ? data.getWholeData() : "");
        }
        String kept = StyleSheet.of(
                clean(css.toString()),
                (what, external) ->
                        host.found(external ? "html.style-external" : "html.style", Action.REMOVED, "style", what));
        List<Attribute> ofSheet = attributes.filter("style", element.attributes()).stream()
                .filter(a -> a.name().equals("media"))
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new HtmlNode.Element("style", ofSheet, List.of(new HtmlNode.Text("\n" + kept))));
    }

    private void children(Element element, List<HtmlNode> into) {
        for (Node child : element.childNodes()) {
            copy(child, into);
        }
    }

    private void copy(Node node, List<HtmlNode> into) {
        if (node instanceof TextNode text) {
            addText(clean(text.getWholeText()), into);
        } else if (node instanceof Element element) {
            element(element, into);
        } else if (node instanceof Comment comment) {
            comment(comment);
        } else {
            host.found("html.raw", Action.REMOVED, node.nodeName(), "");
        }
    }

    private void element(Element element, List<HtmlNode> into) {
        String name = element.normalName();
        boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
        if (!html || HtmlRules.dropped(name).isPresent()) {
            drop(element);
        } else if (name.equals("style")) {
            // Allowed in the head only; browsers obey it here too, so it stays in its place.
            sheet(element).ifPresent(into::add);
        } else if (name.equals("title") || !HtmlRules.listed(name) || isPart(name)) {
            host.found(HtmlRules.unwrapped(name), Action.REMOVED, name, "");
            attributes.filter(name, element.attributes());
            children(element, into);
        } else {
            List<Attribute> kept = attributes.filter(name, element.attributes());
            if (name.equals("img")) {
                picture(kept, into);
                return;
            }
            List<HtmlNode> children = new ArrayList<>();
            children(element, children);
            into.add(new HtmlNode.Element(name, kept, joined(children)));
        }
    }

    private static boolean isPart(String name) {
        return name.equals("html") || name.equals("head") || name.equals("body");
    }

    /** A picture without a source shows its text, if it has one. */
    private static void picture(List<Attribute> kept, List<HtmlNode> into) {
        boolean source = kept.stream().anyMatch(a -> a.name().equals("src"));
        boolean text =
                kept.stream().anyMatch(a -> a.name().equals("alt") && !a.value().isBlank());
        if (source || text) {
            into.add(new HtmlNode.Element("img", kept, List.of()));
        }
    }

    private void drop(Element element) {
        String name = element.normalName();
        String kind = element.tag().namespace().equals(Parser.NamespaceHtml)
                ? HtmlRules.dropped(name).orElse("html.element")
                : "html.foreign";
        if (name.equals("meta")) {
            meta(element);
        } else {
            host.found(
                    kind, Action.REMOVED, name, element.hasAttr("href") ? element.attr("href") : element.attr("src"));
        }
    }

    /** What declares the charset is written anew, and no loss. */
    private void meta(Element element) {
        String pragma = Ascii.lower(element.attr("http-equiv").strip());
        if (pragma.equals("refresh")) {
            host.found("html.refresh", Action.REMOVED, "meta", element.attr("content"));
        } else if (!element.hasAttr("charset") && !pragma.equals("content-type")) {
            host.found("html.meta", Action.REMOVED, "meta " + element.attr("name") + pragma, element.attr("content"));
        }
    }

    private void comment(Comment comment) {
        String data = comment.getData().strip();
        boolean conditional = data.startsWith("[if") || data.startsWith("[endif");
        host.found(conditional ? "html.conditional" : "html.comment", Action.REMOVED, "", data);
    }

    private String clean(String text) {
        return CleanWriter.clean(text, losses);
    }

    private static void addText(String text, List<HtmlNode> into) {
        if (!text.isEmpty()) {
            into.add(new HtmlNode.Text(text));
        }
    }

    /** Texts that follow each other, because what stood between them is gone, become one. */
    private static List<HtmlNode> joined(List<HtmlNode> nodes) {
        List<HtmlNode> joined = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (HtmlNode node : nodes) {
            if (node instanceof HtmlNode.Text(String text)) {
                run.append(text);
            } else {
                addText(run.toString(), joined);
                run.setLength(0);
                joined.add(node);
            }
        }
        addText(run.toString(), joined);
        return joined;
    }

    /** White space behind the document belongs to the body, by the rules of parsing; it is written in one way. */
    private static void trimEnd(List<HtmlNode> body) {
        if (!body.isEmpty() && body.getLast() instanceof HtmlNode.Text(String text)) {
            String kept = text.stripTrailing();
            if (kept.isEmpty()) {
                body.removeLast();
            } else {
                body.set(body.size() - 1, new HtmlNode.Text(kept));
            }
        }
    }
}
