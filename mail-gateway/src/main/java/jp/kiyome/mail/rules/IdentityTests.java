package jp.kiyome.mail.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.AddressSet;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.dkim.DkimOutcome;
import jp.kiyome.mail.authentication.dkim.DkimResult;
import jp.kiyome.mail.authentication.dmarc.DmarcOutcome;
import jp.kiyome.mail.authentication.results.Results;
import jp.kiyome.mail.authentication.spf.SpfOutcome;

/** Tests of who a mail is from, as SPF, DKIM and DMARC say. Stateless. */
final class IdentityTests {

    static final Map<String, Tests.Reader> READERS = Map.of(
            "spf",
                    (entry, lists) ->
                            outcome(entry, "spf", words(SpfOutcome.values(), SpfOutcome::word), IdentityTests::spf),
            "dkim",
                    (entry, lists) ->
                            outcome(entry, "dkim", words(DkimOutcome.values(), DkimOutcome::word), IdentityTests::dkim),
            "dmarc",
                    (entry, lists) -> outcome(
                            entry, "dmarc", words(DmarcOutcome.values(), DmarcOutcome::word), IdentityTests::dmarc),
            "from", (entry, lists) -> domains(entry, "from", IdentityTests::from),
            "signed-by", (entry, lists) -> domains(entry, "signed-by", IdentityTests::signers));

    private IdentityTests() {}

    private static <T> List<String> words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).toList();
    }

    private static Set<String> spf(Results results) {
        return Set.of(results.spf().outcome().word());
    }

    /** Of several signatures each says something; a mail without any says none. */
    private static Set<String> dkim(Results results) {
        if (results.dkim().isEmpty()) {
            return Set.of(DkimOutcome.NONE.word());
        }
        Set<String> said = new TreeSet<>();
        results.dkim().forEach(one -> said.add(one.outcome().word()));
        return said;
    }

    private static Set<String> dmarc(Results results) {
        return Set.of(results.dmarc().outcome().word());
    }

    private static Optional<Condition.Test> outcome(
            PolicyEntry entry, String key, List<String> known, Function<Results, Set<String>> said) {
        Set<String> wanted = Values.ofThese(entry, known);
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test(key, new TreeSet<>(wanted).toString(), facts -> facts.authentication()
                        .map(results -> held(said.apply(results), wanted))
                        .orElseGet(Answer::unknown)));
    }

    /** Any of them. That nobody answered in time is a fact by itself, and no other outcome. */
    private static Answer held(Set<String> said, Set<String> wanted) {
        boolean some = said.stream().anyMatch(wanted::contains);
        boolean unanswered = said.contains("temperror");
        return Answer.of(Holds.found(some, !unanswered), String.join(", ", said));
    }

    private static List<String> from(Results results) {
        return List.of(results.dmarc().domain());
    }

    private static List<String> signers(Results results) {
        return results.dkim().stream()
                .filter(one -> one.outcome() == DkimOutcome.PASS)
                .map(DkimResult::domain)
                .toList();
    }

    private static Optional<Condition.Test> domains(
            PolicyEntry entry, String key, Function<Results, List<String>> named) {
        AddressSet.Gathering gathering = new AddressSet.Gathering();
        Function<String, Optional<String>> reader = text ->
                Optional.of(text).filter(one -> one.indexOf('@') < 0 && !one.equals("<>") && gathering.add(one));
        Set<String> wanted = Values.all(entry, reader, RuleFault.NOT_A_DOMAIN);
        AddressSet set = gathering.end();
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test(key, new TreeSet<>(wanted).toString(), facts -> facts.authentication()
                        .map(results -> named(named.apply(results), set))
                        .orElseGet(Answer::unknown)));
    }

    private static Answer named(List<String> domains, AddressSet set) {
        boolean some =
                domains.stream().map(DomainName::read).flatMap(Optional::stream).anyMatch(set::contains);
        return domains.contains("") ? Answer.unknown() : Answer.of(Holds.of(some), String.join(", ", domains));
    }
}
