package jp.kiyome.mail.rules;

import java.util.List;
import java.util.stream.Collectors;

/** What a rule asks of a mail. Its text is what stands in the policy's hash: the same for whatever means the same to its author. */
public sealed interface Condition {

    /** All of them; of none it is true of every mail. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public String toString() {
            return "all" + joined(of);
        }
    }

    /** At least one of them. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public String toString() {
            return "any" + joined(of);
        }
    }

    /** What is not. */
    record Not(Condition of) implements Condition {
        @Override
        public String toString() {
            return "not(" + of + ")";
        }
    }

    /**
     * One test.
     *
     * @param key as policy files write it
     * @param value what it is held against
     */
    record Test(String key, String value, Check check) implements Condition {
        @Override
        public String toString() {
            return key + ": " + value;
        }
    }

    private static String joined(List<Condition> some) {
        return some.stream().map(Condition::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Held against a mail, to the last of its parts: who asks why wants all of it. Nested no deeper than a policy may be. */
    default Judged judge(Facts facts) {
        return switch (this) {
            case All all -> {
                List<Judged> inner =
                        all.of.stream().map(one -> one.judge(facts)).toList();
                yield Judged.of(this, Holds.all(Judged.holds(inner)), inner);
            }
            case Any any -> {
                List<Judged> inner =
                        any.of.stream().map(one -> one.judge(facts)).toList();
                yield Judged.of(this, Holds.any(Judged.holds(inner)), inner);
            }
            case Not not -> {
                Judged inner = not.of.judge(facts);
                yield Judged.of(this, inner.holds().not(), List.of(inner));
            }
            case Test test -> {
                Answer answer = test.check.of(facts);
                yield new Judged(this, answer.holds(), answer.fact(), List.of());
            }
        };
    }
}
