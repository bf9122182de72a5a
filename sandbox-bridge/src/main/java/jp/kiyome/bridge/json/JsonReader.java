package jp.kiyome.bridge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** Reads one JSON text strictly: no key twice, nothing behind it, nothing deep. Threads may share it. */
public final class JsonReader {

    private static final int MOST_DEPTH = 60;
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_VALUES = 200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(MOST_TEXT)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final Set<String> wanted;
    private int values;

    private JsonReader(JsonParser parser, Set<String> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /**
     * Reads all of it.
     *
     * @throws Unanswered when it is not JSON or too much of it
     */
    public static Json read(byte[] text) {
        return read(text, Set.of());
    }

    /**
     * Reads of the outermost object only the members wanted; the others are passed over, whatever their size.
     *
     * @param wanted names; empty for all
     */
    public static Json read(byte[] text, Set<String> wanted) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Json value = new JsonReader(parser, wanted).value(0);
            if (parser.nextToken() != null) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "more than one JSON text");
            }
            return value;
        } catch (IOException e) {
            throw new Unanswered(
                    WhyNotScanned.PROTOCOL, "not JSON: " + e.getClass().getSimpleName());
        }
    }

    /** As deep as the parser lets it be. */
    private Json value(int depth) throws IOException {
        if (++values > MOST_VALUES) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "too many values");
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not a JSON value");
        }
        return switch (token) {
            case START_OBJECT -> members(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Nothing();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new Unanswered(WhyNotScanned.PROTOCOL, "not a JSON value");
        };
    }

    private static Json number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "a number without bounds");
        }
        return new Json.Number(value);
    }

    private Json members(int depth) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (depth == 0 && !wanted.isEmpty() && !wanted.contains(name)) {
                parser.skipChildren();
            } else {
                members.put(name, value(depth + 1));
            }
        }
        return new Json.Members(members);
    }

    private Json items(int depth) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new Json.Items(items);
    }
}
