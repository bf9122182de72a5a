package jp.kiyome.mail.rules;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.AddressFile;
import jp.kiyome.mail.address.AddressSet;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.address.Network;

/** Tests of what was said before the mail. Stateless. */
final class EnvelopeTests {

    static final Map<String, Tests.Reader> READERS = Map.of(
            "sender", (entry, lists) -> listed("sender", entry, EnvelopeTests::sender),
            "sender-in", (entry, lists) -> inFile("sender-in", entry, lists, EnvelopeTests::sender),
            "recipient", (entry, lists) -> listed("recipient", entry, EnvelopeTests::recipient),
            "recipient-in", (entry, lists) -> inFile("recipient-in", entry, lists, EnvelopeTests::recipient),
            "recipients", (entry, lists) -> recipients(entry),
            "client", (entry, lists) -> client(entry),
            "direction", (entry, lists) -> direction(entry),
            "size", (entry, lists) -> size(entry));

    private EnvelopeTests() {}

    /** Looks for somebody in a set of addresses. */
    private interface Look {
        Answer in(AddressSet set, Facts facts);
    }

    private static Answer sender(AddressSet set, Facts facts) {
        return Answer.of(
                Holds.of(set.contains(facts.sender())),
                facts.sender().map(Mailbox::toString).orElse("<>"));
    }

    private static Answer recipient(AddressSet set, Facts facts) {
        Optional<Mailbox> found =
                facts.recipients().stream().filter(set::contains).findFirst();
        String all = facts.recipients().stream().map(Mailbox::toString).collect(Collectors.joining(", "));
        return Answer.of(
                Holds.of(found.isPresent()), found.map(Mailbox::toString).orElse(all));
    }

    private static Optional<Condition.Test> listed(String key, PolicyEntry entry, Look look) {
        AddressSet.Gathering gathering = new AddressSet.Gathering();
        Function<String, Optional<String>> reader = text -> Optional.of(text).filter(gathering::add);
        Set<String> said = Values.all(entry, reader, RuleFault.NOT_AN_ADDRESS);
        AddressSet set = gathering.end();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test(key, new TreeSet<>(said).toString(), facts -> look.in(set, facts)));
    }

    private static Optional<Condition.Test> inFile(String key, PolicyEntry entry, Set<Path> lists, Look look) {
        Optional<Path> path = Values.read(entry, EnvelopeTests::absolute, RuleFault.NOT_A_PATH);
        return path.map(one -> {
            lists.add(one);
            AddressFile file = new AddressFile(one, complaint -> {});
            return new Condition.Test(key, one.toString(), facts -> file.now()
                    .map(set -> look.in(set, facts))
                    .orElseGet(Answer::unknown));
        });
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<Condition.Test> recipients(PolicyEntry entry) {
        return Range.counts(entry)
                .map(range -> new Condition.Test("recipients", range.toString(), facts -> {
                    int count = facts.recipients().size();
                    return Answer.of(Holds.of(range.has(count)), Integer.toString(count));
                }));
    }

    private static Optional<Condition.Test> client(PolicyEntry entry) {
        Set<Network> networks = Values.all(entry, Network::read, RuleFault.NOT_A_NETWORK);
        String said = new TreeSet<>(networks.stream().map(Network::toString).toList()).toString();
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Test("client", said, facts -> facts.client()
                        .map(address -> client(networks, address))
                        .orElseGet(Answer::unknown)));
    }

    private static Answer client(Set<Network> networks, InetAddress address) {
        boolean inside = networks.stream().anyMatch(network -> network.contains(address));
        return Answer.of(Holds.of(inside), address.getHostAddress());
    }

    private static Optional<Condition.Test> direction(PolicyEntry entry) {
        return entry.oneOf(List.of("inbound", "outbound"))
                .map(wanted -> new Condition.Test("direction", wanted, facts -> {
                    String is = facts.outbound() ? "outbound" : "inbound";
                    return Answer.of(Holds.of(is.equals(wanted)), is);
                }));
    }

    private static Optional<Condition.Test> size(PolicyEntry entry) {
        return Range.bytes(entry)
                .map(range -> new Condition.Test(
                        "size",
                        range.toString(),
                        facts -> Answer.of(Holds.of(range.has(facts.size())), Long.toString(facts.size()))));
    }

    /** From one number to another. */
    record Range(OptionalLong least, OptionalLong most) {

        private static final List<String> KEYS = List.of("at-least", "at-most");

        static Optional<Range> bytes(PolicyEntry entry) {
            Map<String, PolicyEntry> said = Values.entries(entry, KEYS);
            return range(
                    entry,
                    Values.bytes(Optional.ofNullable(said.get("at-least"))),
                    Values.bytes(Optional.ofNullable(said.get("at-most"))));
        }

        static Optional<Range> counts(PolicyEntry entry) {
            Map<String, PolicyEntry> said = Values.entries(entry, KEYS);
            return range(
                    entry,
                    Values.count(Optional.ofNullable(said.get("at-least"))),
                    Values.count(Optional.ofNullable(said.get("at-most"))));
        }

        private static Optional<Range> range(PolicyEntry entry, OptionalLong least, OptionalLong most) {
            if (least.isEmpty() && most.isEmpty()) {
                entry.wrong(RuleFault.NO_BOUND.text());
                return Optional.empty();
            }
            return Optional.of(new Range(least, most));
        }

        boolean has(long number) {
            return number >= least.orElse(0) && number <= most.orElse(Long.MAX_VALUE);
        }

        @Override
        public String toString() {
            String from = least.isPresent() ? "at-least " + least.getAsLong() : "";
            String to = most.isPresent() ? "at-most " + most.getAsLong() : "";
            return (from + " " + to).strip();
        }
    }
}
