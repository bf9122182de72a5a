package jp.kiyome.testcorpus.scan;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text that a reader of an office file sees, part by part in the order of their content, without layout. */
public final class ShownText {

    private static final Set<String> SHOWN = Set.of("w:t", "a:t", "x:t", "x:v", "c:v");

    private ShownText() {}

    /** Parts may be called otherwise in an output, so their texts are put in an order of their own. */
    public static String of(byte[] file) {
        TreeMap<String, Integer> texts = new TreeMap<>();
        for (Layer layer : Layers.of(file)) {
            if (layer.startsWith('P', 'K', 3, 4)) {
                Opc.of(layer).xml().values().forEach(part -> texts.merge(text(part), 1, Integer::sum));
            }
        }
        return texts.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .map(e -> e.getKey() + (e.getValue() > 1 ? " ×" + e.getValue() : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String text(XmlPart part) {
        return part.elements().stream()
                .filter(e -> SHOWN.contains(e.name()))
                .map(Element::text)
                .collect(Collectors.joining());
    }
}
