package jp.kiyome.text.html;

import java.util.List;
import jp.kiyome.text.html.HtmlNode.Attribute;

/**
 * A whole document.
 *
 * @param standards whether it declares a document type, without which browsers lay it out as those of old did
 * @param attributes of the root
 * @param head title and style sheets
 * @param body the element
 */
public record HtmlPage(boolean standards, List<Attribute> attributes, List<HtmlNode> head, HtmlNode.Element body) {

    public HtmlPage {
        attributes = List.copyOf(attributes);
        head = List.copyOf(head);
    }
}
