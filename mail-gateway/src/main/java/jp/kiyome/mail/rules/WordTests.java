package jp.kiyome.mail.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.text.Excerpt;

/** Tests of what a mail says. Stateless. */
final class WordTests {

    private static final Place TITLE = new Place(Excerpt::title, Excerpt.LONGEST_TITLE);
    private static final Place TEXT = new Place(Excerpt::text, Excerpt.LONGEST);

    static final Map<String, Tests.Reader> READERS = Map.of(
            "subject", (entry, lists) -> words("subject", entry, TITLE),
            "subject-matches", (entry, lists) -> expression("subject-matches", entry, TITLE),
            "text", (entry, lists) -> words("text", entry, TEXT),
            "text-matches", (entry, lists) -> expression("text-matches", entry, TEXT));

    private WordTests() {}

    /**
     * A text of a mail.
     *
     * @param longest characters of it that are told
     */
    private record Place(Function<Excerpt, String> of, int longest) {

        /** What was cut may go on with what is looked for. */
        boolean isWhole(String text) {
            return text.length() < longest - 1;
        }
    }

    private static Optional<Condition.Test> words(String key, PolicyEntry entry, Place place) {
        List<String> words = Values.words(entry);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test(key, new TreeSet<>(words).toString(), facts -> facts.excerpt()
                        .map(said -> words(words, said, place))
                        .orElseGet(Answer::unknown)));
    }

    private static Answer words(List<String> words, Excerpt said, Place place) {
        String text = place.of().apply(said);
        Folded folded = Folded.of(text);
        Optional<String> found = words.stream().filter(folded::has).findFirst();
        return Answer.of(Holds.found(found.isPresent(), place.isWhole(text)), found.orElse(text));
    }

    private static Optional<Condition.Test> expression(String key, PolicyEntry entry, Place place) {
        return Values.expression(entry)
                .map(one -> new Condition.Test(key, one.toString(), facts -> facts.excerpt()
                        .map(said -> expression(one, said, place))
                        .orElseGet(Answer::unknown)));
    }

    private static Answer expression(Expression one, Excerpt said, Place place) {
        String text = place.of().apply(said);
        boolean found = one.isIn(Folded.fold(text));
        return Answer.of(Holds.found(found, place.isWhole(text)), text);
    }
}
