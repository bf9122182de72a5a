package jp.kiyome.text.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.finding.Refusal;

/**
 * One property (RFC 5545 section 3.1, RFC 6350 section 3.3).
 *
 * @param group before the dot of a contact's property; empty where there is none
 * @param name in upper case
 * @param value as written, behind the colon
 */
record ContentLine(String group, String name, List<Parameter> parameters, String value) {

    private static final String NAME = "[A-Za-z0-9-]{1,80}";

    /**
     * @param name in upper case; empty for a bare word of vCard 2.1, which is the value
     * @param values without quotes
     */
    record Parameter(String name, List<String> values) {

        Parameter {
            values = List.copyOf(values);
        }
    }

    ContentLine {
        parameters = List.copyOf(parameters);
    }

    Optional<String> parameter(String wanted) {
        return parameters.stream()
                .filter(p -> p.name.equals(wanted))
                .flatMap(p -> p.values.stream())
                .findFirst();
    }

    /** Whether a parameter, or a bare word, says so. */
    boolean says(String name, String value) {
        return parameters.stream()
                .filter(p -> p.name.equals(name) || p.name.isEmpty())
                .flatMap(p -> p.values.stream())
                .anyMatch(v -> v.equalsIgnoreCase(value));
    }

    ContentLine with(List<Parameter> others, String otherValue) {
        return new ContentLine(group, name, others, otherValue);
    }

    static ContentLine parse(String line) {
        int at = 0;
        while (at < line.length() && ";:".indexOf(line.charAt(at)) < 0) {
            at++;
        }
        String full = line.substring(0, at).strip();
        int dot = full.indexOf('.');
        String group = dot < 0 ? "" : full.substring(0, dot);
        String name = full.substring(dot + 1).toUpperCase(Locale.ROOT);
        if (at == line.length() || !name.matches(NAME) || !group.isEmpty() && !group.matches(NAME)) {
            throw Refusal.of("card.syntax", line.length() > 80 ? line.substring(0, 80) : line);
        }
        List<Parameter> parameters = new ArrayList<>();
        while (line.charAt(at) == ';') {
            int end = endOfParameter(line, at + 1);
            parameters.add(parsed(line.substring(at + 1, end)));
            at = end;
        }
        return new ContentLine(group, name, parameters, line.substring(at + 1));
    }

    private static int endOfParameter(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == ';' || c == ':')) {
                return i;
            }
        }
        throw Refusal.of("card.syntax", line.length() > 80 ? line.substring(0, 80) : line);
    }

    private static Parameter parsed(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c : text.substring(equals + 1).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return new Parameter(name, values);
    }
}
