package jp.kiyome.message.mime;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;

/**
 * What a part says it is (RFC 2045 §5).
 *
 * @param type lower case
 * @param subtype lower case
 * @param parameters the whole field
 * @param said whether the part says it, and does not go by a default
 */
public record ContentType(String type, String subtype, FieldValueView parameters, boolean said) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}");
    private static final Pattern LOOSE = Pattern.compile("([A-Za-z]+/[A-Za-z0-9.+-]+)\\s*,?\\s+([a-z-]+\\s*=.*)");
    private static final Pattern STRUCTURE = Pattern.compile("(?is).*(multipart|message/|boundary|=\\?).*");

    /** A default (RFC 2045 §5.2, RFC 2046 §5.1.5). */
    static ContentType implied(String type, String subtype) {
        return new ContentType(type, subtype, new FieldValueView(FieldParser.parse("")), false);
    }

    /**
     * Reads the field.
     *
     * @throws jp.kiyome.core.finding.Refusal where it is no type and could be taken for one of structure
     */
    static ContentType of(Field field, ContentType implied) {
        FieldValue value = parse(field.value());
        String word = value.word();
        if (!TYPE.matcher(word).matches()) {
            if (STRUCTURE.matcher(field.value()).matches()) {
                throw Ambiguous.header("content-type: " + field.value());
            }
            // RFC 1049, or nothing: the default, as RFC 2045 §5.2 has it.
            return new ContentType(implied.type, implied.subtype, new FieldValueView(value), false);
        }
        int slash = word.indexOf('/');
        ContentType type = new ContentType(
                Ascii.lower(word.substring(0, slash)),
                Ascii.lower(word.substring(slash + 1)),
                new FieldValueView(value),
                true);
        type.check(field);
        return type;
    }

    /** Types whose parameters stand behind a blank or a comma where a semicolon should be. */
    private static FieldValue parse(String text) {
        var loose = LOOSE.matcher(text);
        return FieldParser.parse(
                loose.matches() && text.indexOf(';') < 0 ? loose.group(1) + ";" + loose.group(2) : text);
    }

    private void check(Field field) {
        String text = Ascii.lower(field.value());
        String comments = Ascii.lower(parameters.comments());
        if (comments.contains("boundary") || comments.contains("/")) {
            throw Ambiguous.header("a comment in content-type: " + field.value());
        }
        if (!isMultipart() && (text.contains("multipart/") || text.contains("message/") && !isMessage())) {
            throw Ambiguous.header("two types in content-type: " + field.value());
        }
    }

    public boolean is(String wholeName) {
        return wholeName.equals(type + "/" + subtype);
    }

    public boolean isMultipart() {
        return type.equals("multipart");
    }

    public boolean isMessage() {
        return type.equals("message");
    }

    public boolean isText() {
        return type.equals("text");
    }

    /** The value of a parameter that has one reading; empty for none. */
    public Optional<String> parameter(String name) {
        return readings(name).stream().findFirst();
    }

    /** Every reading of a parameter, the best first. */
    public List<String> readings(String name) {
        return parameters.readings(name);
    }

    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
