package jp.kiyome.testcorpus.scan;

import java.util.Map;

/** Short names for the namespaces, the same for both conformance classes. */
final class Prefixes {

    private static final String OFFICE = "/officeDocument/";
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("/wordprocessingml/2006/main", "w"),
            Map.entry("/wordprocessingml/main", "w"),
            Map.entry("/spreadsheetml/2006/main", "x"),
            Map.entry("/spreadsheetml/main", "x"),
            Map.entry("/presentationml/2006/main", "p"),
            Map.entry("/presentationml/main", "p"),
            Map.entry("/drawingml/2006/main", "a"),
            Map.entry("/drawingml/main", "a"),
            Map.entry("/drawingml/2006/chart", "c"),
            Map.entry("/drawingml/chart", "c"),
            Map.entry(OFFICE + "2006/relationships", "r"),
            Map.entry(OFFICE + "relationships", "r"),
            Map.entry("/package/2006/relationships", "rel"),
            Map.entry("/package/2006/content-types", "ct"),
            Map.entry("/markup-compatibility/2006", "mc"),
            Map.entry("/package/2006/metadata/core-properties", "cp"),
            Map.entry(OFFICE + "2006/extended-properties", "ep"),
            Map.entry(OFFICE + "extendedProperties", "ep"));

    private Prefixes() {}

    static String of(String namespace) {
        String path = namespace.replaceFirst("^http://(schemas\\.openxmlformats\\.org|purl\\.oclc\\.org/ooxml)", "");
        return switch (namespace) {
            case "" -> "";
            case "urn:schemas-microsoft-com:vml" -> "v";
            case "urn:schemas-microsoft-com:office:office" -> "o";
            case "urn:schemas-microsoft-com:office:excel" -> "vx";
            case "http://schemas.microsoft.com/office/excel/2006/main" -> "xm";
            case "http://www.w3.org/XML/1998/namespace" -> "xml";
            case "http://purl.org/dc/elements/1.1/" -> "dc";
            case "http://purl.org/dc/terms/" -> "dcterms";
            default -> SHORT.getOrDefault(path, namespace);
        };
    }

    static String qualified(String namespace, String local) {
        String prefix = of(namespace);
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
