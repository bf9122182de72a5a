package jp.kiyome.text.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.text.Table;
import jp.kiyome.core.type.FileType;

/** The types that are written in characters, and the extensions that tell those apart that look alike. */
public final class TextTypes {

    public static final FileType TXT = FileType.of("txt", "text/plain", "txt", "text");
    public static final FileType LOG = FileType.of("log", "text/plain", "log");
    public static final FileType MARKDOWN = FileType.of("md", "text/markdown", "md", "markdown");
    public static final FileType CSV = FileType.of("csv", "text/csv", "csv");
    public static final FileType TSV = FileType.of("tsv", "text/tab-separated-values", "tsv", "tab");
    public static final FileType JSON = FileType.of("json", "application/json", "json");
    public static final FileType XML = FileType.of("xml", "application/xml", "xml");
    public static final FileType HTML = FileType.of("html", "text/html", "html", "htm", "xhtml");
    public static final FileType CALENDAR = FileType.of("ics", "text/calendar", "ics");
    public static final FileType CONTACT = FileType.of("vcf", "text/vcard", "vcf");

    private static final Map<String, FileType> BY_EXTENSION = byExtension();

    private TextTypes() {}

    /** The type that the extension of a name stands for, where text with it is text. */
    static Optional<FileType> named(String name) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    private static Map<String, FileType> byExtension() {
        Map<String, FileType> types = new HashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(TextTypes.class.getResource("extensions.tsv")))
                .rows()) {
            FileType type = List.of(TXT, LOG, MARKDOWN, CSV, TSV, JSON, XML, HTML).stream()
                    .filter(t -> t.id().equals(row.get(1)))
                    .findFirst()
                    .orElseThrow();
            types.put(row.get(0), type);
        }
        return Map.copyOf(types);
    }
}
