package jp.kiyome.quarantine.reprocess.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Criteria;

/** Writes criteria down: what is asked for, by name, in order. */
final class CriteriaWords {

    private CriteriaWords() {}

    static String of(Criteria criteria) {
        Map<String, String> words = new TreeMap<>();
        if (!criteria.states().isEmpty()) {
            words.put("state", new TreeSet<>(criteria.states()).toString());
        }
        put(words, "kind", criteria.kind());
        put(words, "group", criteria.group());
        put(words, "outcome", criteria.outcome());
        put(words, "text", criteria.text().map(Untrusted::unescaped));
        put(words, "address", criteria.address().map(Untrusted::unescaped));
        put(words, "type", criteria.type());
        put(words, "finding", criteria.finding());
        put(words, "sha256", criteria.sha256());
        put(words, "threat", criteria.threat());
        put(words, "engine", criteria.engineVersion());
        put(words, "policy", criteria.policyHash());
        put(words, "from", criteria.from());
        put(words, "until", criteria.until());
        return words.toString();
    }

    private static void put(Map<String, String> words, String name, Optional<?> value) {
        value.ifPresent(one -> words.put(name, one.toString()));
    }
}
