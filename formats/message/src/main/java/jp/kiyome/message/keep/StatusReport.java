package jp.kiyome.message.keep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.Field;
import jp.kiyome.message.mime.Header;
import jp.kiyome.message.mime.MimeReader;
import jp.kiyome.message.write.Folding;

/** A report for machines: groups of fields (RFC 3464 §2.1, RFC 8098 §3.1, RFC 5965 §3), written anew. Stateless. */
final class StatusReport {

    private static final int LARGEST = 1 << 20;
    private static final Map<String, String> FIELDS = load();

    private StatusReport() {}

    private static Map<String, String> load() {
        Map<String, String> all = new TreeMap<>();
        Table.of(Objects.requireNonNull(StatusReport.class.getResource("status-fields.tsv")))
                .rows()
                .forEach(row -> all.put(Ascii.lower(row.get(0)), row.get(0)));
        return all;
    }

    static Content keep(Content report, Told told, String part) {
        if (report.size() > LARGEST) {
            throw Refusal.of("message.limit", "a report of " + report.size() + " bytes");
        }
        byte[] bytes = new byte[(int) report.size()];
        report.copy(0, bytes, 0, bytes.length);
        StringBuilder kept = new StringBuilder();
        for (String group : new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .split("\n[ \t]*\n", -1)) {
            String text = group(group.strip() + "\n", told, part);
            kept.append(kept.isEmpty() || text.isEmpty() ? "" : "\r\n").append(text);
        }
        return HeapContent.of(kept.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static String group(String group, Told told, String part) {
        Header header = MimeReader.header(HeapContent.of(group.getBytes(StandardCharsets.ISO_8859_1)));
        header.junk().forEach(line -> told.removed("message.header-junk", part, line));
        StringBuilder kept = new StringBuilder();
        for (Field field : header.fields()) {
            String name = FIELDS.get(field.key());
            String value = printable(field.value());
            if (name == null || value.isEmpty()) {
                told.removed("message.header", part, field.name());
                continue;
            }
            if (!value.equals(String.join(" ", field.value().strip().split("[ \t]+", -1)))) {
                told.changed("message.header-value", part, field.name());
            }
            kept.append(Folding.words(name, List.of(value.split(" ", -1))));
        }
        return kept.toString();
    }

    private static String printable(String value) {
        StringBuilder text = new StringBuilder();
        for (String word : value.strip().split("[ \t]+", -1)) {
            StringBuilder kept = new StringBuilder();
            word.chars().filter(c -> c > ' ' && c < 0x7F).forEach(c -> kept.append((char) c));
            boolean fits = kept.length() <= 400 && !kept.isEmpty();
            text.append(text.isEmpty() || !fits ? "" : " ").append(fits ? kept : "");
        }
        return text.toString();
    }
}
