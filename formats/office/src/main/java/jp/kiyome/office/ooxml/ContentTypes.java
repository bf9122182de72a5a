package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.core.finding.Refusal;

/** The content types that a package states (ECMA-376-2 §10.1.2). Names count without case. */
final class ContentTypes {

    private final Map<String, String> defaults = new HashMap<>();
    private final Map<String, String> overrides = new HashMap<>();

    /** @throws Refusal when one part or extension has two different types */
    ContentTypes(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event != XmlReader.Event.START) {
                continue;
            }
            if (reader.name().is("ct:Default")) {
                put(defaults, reader.attributes().text("Extension"), reader);
            } else if (reader.name().is("ct:Override")) {
                put(overrides, reader.attributes().text("PartName"), reader);
            }
        }
    }

    private static void put(Map<String, String> types, String key, XmlReader reader) {
        String type = reader.attributes().text("ContentType").strip();
        String before = types.put(folded(key.startsWith("/") ? key.substring(1) : key), type);
        if (before != null && !before.equals(type)) {
            throw Refusal.of("opc.two-content-types", key);
        }
    }

    /** The type of a part; empty when none is stated. */
    String of(String part) {
        String override = overrides.get(folded(part));
        if (override != null) {
            return override;
        }
        int dot = part.lastIndexOf('.');
        return dot < 0 ? "" : defaults.getOrDefault(folded(part.substring(dot + 1)), "");
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
