package jp.kiyome.text.plain;

import java.util.List;
import jp.kiyome.text.html.HtmlNode;

/** Text whose lines stay as they are. */
final class Preformatted {

    private Preformatted() {}

    static List<String> lines(HtmlNode.Element element) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        return text.toString().stripTrailing().replace('\u00A0', ' ').lines().toList();
    }

    private static void collect(HtmlNode node, StringBuilder text) {
        switch (node) {
            case HtmlNode.Text(String characters) -> text.append(characters);
            case HtmlNode.Element element -> {
                text.append(element.name().equals("br") ? "\n" : "");
                element.children().forEach(child -> collect(child, text));
            }
        }
    }
}
