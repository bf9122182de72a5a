package jp.kiyome.message.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The boundary parameter of a multipart (RFC 2046 §5.1.1): one value in one form, or none. Stateless. */
final class Boundary {

    /** Longer than the 70 characters allowed, for some mailers write longer ones. */
    private static final int LONGEST = 8_000;

    private static final String SIGNS = "'()+_,-./:=?& !#$%*;<>@[]^{}|~\"";

    private Boundary() {}

    /** @throws jp.kiyome.core.finding.Refusal where readers could see another */
    static Optional<String> of(ContentType type) {
        FieldValue value = type.parameters().value();
        List<Parameter> all = value.of("boundary");
        if (value.loose().contains("boundary") || value.loose().indexOf('"') >= 0) {
            throw Ambiguous.boundary("loose: " + value.loose());
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean forms = all.stream().anyMatch(Parameter::plain) && !all.stream().allMatch(Parameter::plain);
        List<String> readings = ParameterText.readings(value, "boundary");
        boolean repeated = all.stream().filter(Parameter::plain).count() > 1 && readings.size() > 1;
        if (forms || repeated || readings.size() != 1 || sectionsDisordered(all)) {
            throw Ambiguous.boundary("forms of the parameter: " + readings);
        }
        // The words of RFC 2047 mean nothing here, and some readers decode them.
        String raw = all.stream().allMatch(Parameter::plain) ? all.getFirst().value() : readings.getFirst();
        if (!raw.equals(readings.getFirst()) || !sound(raw)) {
            throw Ambiguous.boundary(raw);
        }
        return Optional.of(raw);
    }

    private static boolean sectionsDisordered(List<Parameter> all) {
        int next = 0;
        for (Parameter p : all) {
            if (p.section() >= 0 && p.section() != next++) {
                return true;
            }
        }
        return false;
    }

    private static boolean sound(String boundary) {
        boolean signs =
                boundary.chars().allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0));
        boolean ends = boundary.equals(boundary.strip());
        return signs
                && ends
                && !boundary.isEmpty()
                && boundary.length() <= LONGEST
                && boundary.indexOf('"') < 0
                && boundary.indexOf(';') < 0;
    }

    static byte[] delimiter(String boundary) {
        return ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }
}
