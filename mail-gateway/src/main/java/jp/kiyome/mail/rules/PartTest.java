package jp.kiyome.mail.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of a file in a mail; all of it must hold of the same file.
 *
 * @param names words, one of which its name has, as it came or cleaned; empty for any
 * @param matching an expression for the same
 * @param extensions of the cleaned name, lower case; empty for any
 * @param types ids; empty for any
 * @param least bytes
 * @param most bytes
 * @param locked whether a password keeps everybody out
 * @param refused whether it does not come out anyway
 * @param insideAlone whether files of the mail itself are not meant, but those inside them
 */
record PartTest(
        List<String> names,
        Optional<Expression> matching,
        Set<String> extensions,
        Set<String> types,
        OptionalLong least,
        OptionalLong most,
        Optional<Boolean> locked,
        Optional<Boolean> refused,
        boolean insideAlone) {

    PartTest {
        names = List.copyOf(names);
        extensions = Set.copyOf(extensions);
        types = Set.copyOf(types);
    }

    /** Every file. */
    static PartTest any() {
        return new PartTest(
                List.of(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    boolean is(Part part) {
        return isNamed(part)
                && (extensions.isEmpty() || extensions.contains(part.extension()))
                && (types.isEmpty() || types.contains(part.type()))
                && part.size() >= least.orElse(0)
                && part.size() <= most.orElse(Long.MAX_VALUE)
                && locked.orElse(part.locked()) == part.locked()
                && refused.orElse(part.refused()) == part.refused()
                && (!insideAlone || part.depth() > 1);
    }

    private boolean isNamed(Part part) {
        if (names.isEmpty() && matching.isEmpty()) {
            return true;
        }
        List<String> called = List.of(part.name().unescaped(), part.cleanName());
        return called.stream()
                .anyMatch(name -> names.stream().anyMatch(Folded.of(name)::has)
                        || matching.filter(one -> one.isIn(Folded.fold(name))).isPresent());
    }

    /** The same for whatever means the same. */
    @Override
    public String toString() {
        List<String> said = new ArrayList<>();
        if (!names.isEmpty()) {
            said.add("name " + names);
        }
        matching.ifPresent(one -> said.add("name-matches " + one));
        if (!extensions.isEmpty()) {
            said.add("extension " + new TreeSet<>(extensions));
        }
        if (!types.isEmpty()) {
            said.add("type " + new TreeSet<>(types));
        }
        least.ifPresent(bytes -> said.add("at-least " + bytes));
        most.ifPresent(bytes -> said.add("at-most " + bytes));
        locked.ifPresent(yes -> said.add("locked " + (yes ? "yes" : "no")));
        refused.ifPresent(yes -> said.add("refused " + (yes ? "yes" : "no")));
        if (insideAlone) {
            said.add("inside-another yes");
        }
        return said.isEmpty() ? "any" : String.join(", ", said);
    }
}
