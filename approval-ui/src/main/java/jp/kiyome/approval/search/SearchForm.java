package jp.kiyome.approval.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.CriteriaBuilder;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;

/**
 * What somebody has written into the form of a search, field by field; empty fields are not there, and words that a field does not know
 * are as if they were not. Immutable.
 */
public record SearchForm(Map<String, String> words) {

    /** The fields there are. */
    public static final List<String> FIELDS =
            List.of("text", "address", "state", "kind", "type", "finding", "from", "until");

    /** What waits for somebody: looked for where no state is named. */
    public static final Set<State> WAITING = Set.of(
            State.HELD, State.REQUESTED, State.RETURNED, State.DENIED, State.BLOCKED, State.LOCKED, State.FAILED);

    private static final int LONGEST = 200;

    public SearchForm {
        words = Map.copyOf(words);
    }

    /** Of all that came with an address, what belongs to the form. */
    public static SearchForm of(Map<String, String> sent) {
        return new SearchForm(FIELDS.stream()
                .filter(field -> !sent.getOrDefault(field, "").isBlank())
                .collect(Collectors.toMap(field -> field, field -> cut(sent.getOrDefault(field, "")))));
    }

    /** What {@link #query} wrote. */
    public static SearchForm ofQuery(String query) {
        Map<String, String> words = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                words.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return of(words);
    }

    private static String cut(String word) {
        String stripped = word.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    /** Whether anything is asked for. */
    public boolean isAny() {
        return !words.isEmpty();
    }

    /** What stands in a field. */
    public String word(String field) {
        return words.getOrDefault(field, "");
    }

    /** As it stands in an address, its fields in order. */
    public String query() {
        return FIELDS.stream()
                .filter(words::containsKey)
                .map(field -> field + "=" + URLEncoder.encode(word(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** As the store takes it. */
    public CriteriaBuilder criteria() {
        CriteriaBuilder criteria = Criteria.where();
        states().forEach(criteria::state);
        Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(word("kind")))
                .forEach(criteria::kind);
        typed("text").map(Untrusted::of).ifPresent(criteria::text);
        typed("address").map(Untrusted::of).ifPresent(criteria::address);
        typed("type").ifPresent(criteria::type);
        typed("finding").ifPresent(criteria::finding);
        PlainTime.beginningOf(word("from")).ifPresent(criteria::from);
        PlainTime.endOf(word("until")).ifPresent(criteria::until);
        return criteria;
    }

    private Set<State> states() {
        Set<State> named = Stream.of(State.values())
                .filter(state -> state.name().equals(word("state")))
                .collect(Collectors.toSet());
        return named.isEmpty() ? WAITING : named;
    }

    private Optional<String> typed(String field) {
        return Optional.of(word(field)).filter(word -> !word.isEmpty());
    }

    /** The same in the order of the form, for a page. */
    public Map<String, String> inOrder() {
        Map<String, String> all = new LinkedHashMap<>();
        FIELDS.forEach(field -> all.put(field, word(field)));
        return all;
    }
}
