package jp.kiyome.quarantine.export;

import java.util.Map;
import jp.kiyome.core.engine.Version;
import jp.kiyome.quarantine.audit.AuditRecord;

/**
 * A record in the Common Event Format, version 0 (Micro Focus, "Implementing ArcSight Common Event Format", revision 25). The id of
 * the event is the action; organisation, number and hash stand in the extension, so that the receiver can follow the chain. Threads may share it.
 */
public final class Cef {

    /** Of 0 to 10: what people decide and what is found wrong is told apart from what merely happens. */
    private static final Map<String, Integer> SEVERITY =
            Map.of("blob.read", 5, "audit.read", 4, "audit.export", 4, "key.rewrap", 6, "item.assessed", 4);

    private static final int USUAL = 3;

    private Cef() {}

    public static String of(AuditRecord record) {
        StringBuilder text = new StringBuilder(512).append("CEF:0|Kiyome|Kiyome|");
        text.append(header(Version.CURRENT)).append('|');
        text.append(header(record.action())).append('|');
        text.append(header(record.action())).append('|');
        text.append(SEVERITY.getOrDefault(record.action(), USUAL)).append('|');
        field(text, "rt", "" + record.at().toEpochMilli());
        field(text, "suser", record.who());
        field(text, "externalId", record.organisation() + ":" + record.number());
        field(text, "cs1Label", "organisation");
        field(text, "cs1", record.organisation().id());
        field(text, "cs2Label", "item");
        field(text, "cs2", record.subject());
        field(text, "cs3Label", "hash");
        field(text, "cs3", record.hash());
        field(text, "cs4Label", "previous");
        field(text, "cs4", record.previous());
        field(text, "msg", record.detail());
        return text.toString().stripTrailing();
    }

    /** A backslash, a bar and an end of line would end the field. */
    private static String header(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("[\\r\\n]+", " ");
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append('=').append(extension(value)).append(' ');
        }
    }

    private static String extension(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
