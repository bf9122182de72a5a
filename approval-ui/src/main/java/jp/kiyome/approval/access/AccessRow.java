package jp.kiyome.approval.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page or action, and who may.
 *
 * @param states names of states of an item or a request; empty for any
 * @param served at which doors it is
 */
public record AccessRow(String method, String path, Who who, Relation relation, Set<String> states, Served served) {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    public AccessRow {
        states = Set.copyOf(states);
    }

    /** What the path names, where it is this row's: the text in the place, empty without a place. */
    Optional<String> match(String method, String path) {
        if (!this.method.equals(method)) {
            return Optional.empty();
        }
        Matcher matcher = pattern().matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
    }

    private Pattern pattern() {
        return Pattern.compile(PLACE.matcher(path).replaceAll("([A-Za-z0-9.-]{1,64})"));
    }

    boolean allows(String state) {
        return states.isEmpty() || states.contains(state);
    }
}
