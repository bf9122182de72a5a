package jp.kiyome.quarantine.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import jp.kiyome.quarantine.audit.AuditRecord;

/** A record as JSON on one line, with all that its hash is made of. Threads may share it. */
public final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    public static String of(AuditRecord record) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("organisation", record.organisation().id());
            out.writeNumberField("number", record.number());
            out.writeStringField("at", record.at().toString());
            out.writeStringField("who", record.who());
            out.writeStringField("action", record.action());
            out.writeStringField("subject", record.subject());
            out.writeStringField("detail", record.detail());
            out.writeObjectFieldStart("fields");
            for (Map.Entry<String, String> field : record.fields().entrySet()) {
                out.writeStringField(field.getKey(), field.getValue());
            }
            out.writeEndObject();
            out.writeStringField("previous", record.previous());
            out.writeStringField("hash", record.hash());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer has no output errors", e);
        }
        return text.toString();
    }
}
