package jp.kiyome.quarantine.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.database.StoredText;

/** What a record tells beside who did what: a JSON object of texts, its names in order, always written in the same way. */
final class Detail {

    private static final JsonFactory JSON = new JsonFactory();

    private Detail() {}

    static String write(Map<String, String> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
                out.writeStringField(field.getKey(), StoredText.of(Untrusted.of(field.getValue())));
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer has no output errors", e);
        }
        return text.toString();
    }

    /** Fields of what {@link #write} wrote. */
    static SortedMap<String, String> read(String detail) {
        SortedMap<String, String> fields = new TreeMap<>();
        try (JsonParser in = JSON.createParser(detail)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.put(name, StoredText.read(in.getText()).unescaped());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the trail whose detail is no JSON", e);
        }
        return fields;
    }
}
