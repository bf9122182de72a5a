package jp.kiyome.testcorpus.scan;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part, flat, in the order of the start tags.
 *
 * @param elements all of them
 * @param oddities comments, processing instructions and document types, and why reading ended early if it did
 */
record XmlPart(List<Element> elements, List<String> oddities) {

    private static final XMLInputFactory FACTORY = factory();

    static XmlPart read(byte[] bytes) {
        XmlPart part = new XmlPart(new ArrayList<>(), new ArrayList<>());
        try {
            part.fill(FACTORY.createXMLStreamReader(new StringReader(decoded(bytes))));
        } catch (XMLStreamException | CharacterCodingException e) {
            part.oddities.add("unreadable: " + e);
        }
        return part;
    }

    /** By its byte order mark, else UTF-8: an output is never in anything else. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
        String text = (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void fill(XMLStreamReader in) throws XMLStreamException {
        Element open = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> open = start(in, open);
                case XMLStreamConstants.END_ELEMENT -> open = open == null ? null : open.parent();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open != null) {
                        open.append(in.getText());
                    }
                }
                case XMLStreamConstants.COMMENT -> oddities.add("comment: " + in.getText());
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    oddities.add("instruction: " + in.getPITarget() + " " + in.getPIData());
                case XMLStreamConstants.DTD -> oddities.add("doctype: " + in.getText());
                default -> {}
            }
        }
    }

    private Element start(XMLStreamReader in, @Nullable Element parent) {
        Element element = new Element(Prefixes.qualified(namespace(in.getNamespaceURI()), in.getLocalName()), parent);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.attributes()
                    .put(
                            Prefixes.qualified(namespace(in.getAttributeNamespace(i)), in.getAttributeLocalName(i)),
                            in.getAttributeValue(i));
        }
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            element.attributes().put("xmlns:" + in.getNamespacePrefix(i), namespace(in.getNamespaceURI(i)));
        }
        elements.add(element);
        return element;
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
