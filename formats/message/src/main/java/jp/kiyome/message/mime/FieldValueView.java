package jp.kiyome.message.mime;

import java.util.List;

/** Parameters of a field, as others may ask for them. Immutable; threads may share it. */
public final class FieldValueView {

    private final FieldValue value;

    FieldValueView(FieldValue value) {
        this.value = value;
    }

    /** Every reading of a parameter, those of RFC 2231 first. */
    public List<String> readings(String name) {
        return ParameterText.readings(value, name);
    }

    /** Whether the parameter stands more than once or in disorder. */
    public boolean disordered(String name) {
        return ParameterText.disordered(value, name);
    }

    /** The names of all parameters, as they come. */
    public List<String> names() {
        return value.parameters().stream().map(Parameter::name).distinct().toList();
    }

    String comments() {
        return value.comments();
    }

    String loose() {
        return value.loose();
    }

    FieldValue value() {
        return value;
    }
}
