package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The words of an XML part: its text with nothing between, and everything else one a line. */
final class XmlText {

    private XmlText() {}

    static boolean looksLikeXml(Layer layer) {
        return layer.startsWith('<') && layer.bytes().length > 1 && layer.bytes()[1] > ' ' && layer.bytes()[1] < 0x7F
                || layer.startsWith(0xEF, 0xBB, 0xBF, '<')
                || layer.startsWith(0xFF, 0xFE, '<', 0)
                || layer.startsWith(0xFE, 0xFF, 0, '<');
    }

    static List<Layer> of(Layer layer) {
        XmlPart part = XmlPart.read(layer.bytes());
        String text = part.elements().stream().map(Element::text).collect(Collectors.joining());
        String values = part.elements().stream()
                        .flatMap(e -> e.attributes().values().stream())
                        .collect(Collectors.joining("\n"))
                + "\n" + String.join("\n", part.oddities());
        // Encodings inside are looked for in both, not in the markup.
        return List.of(
                new Layer(layer.path() + "/text", text.getBytes(StandardCharsets.UTF_8)),
                new Layer(layer.path() + "/values", values.getBytes(StandardCharsets.UTF_8)));
    }
}
