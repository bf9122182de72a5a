package jp.kiyome.image.svg;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes down which names there are and gives each that is referred to its number, in the order of the document. One document. */
final class SurveyedNames implements Names {

    private record Name(Kind kind, String text) {}

    private final Set<Name> mentioned = new LinkedHashSet<>();
    private final Set<Name> referred = new HashSet<>();

    @Override
    public Optional<String> given(Kind kind, String name) {
        mentioned.add(new Name(kind, name));
        return Optional.of(name);
    }

    @Override
    public Optional<String> referred(Kind kind, String name) {
        mentioned.add(new Name(kind, name));
        referred.add(new Name(kind, name));
        return Optional.of(name);
    }

    /** Whether every name stays as it is. */
    boolean settled() {
        return numbers().entrySet().stream()
                        .allMatch(entry -> entry.getKey().text().equals(entry.getValue()))
                && referred.containsAll(mentioned);
    }

    /** The names of the output. */
    Names numbered() {
        Map<Name, String> numbers = numbers();
        return new Names() {
            @Override
            public Optional<String> given(Kind kind, String name) {
                return Optional.ofNullable(numbers.get(new Name(kind, name)));
            }

            @Override
            public Optional<String> referred(Kind kind, String name) {
                return Optional.of(numbers.getOrDefault(new Name(kind, name), name));
            }
        };
    }

    private Map<Name, String> numbers() {
        Map<Name, String> numbers = new HashMap<>();
        Map<Kind, Integer> counts = new HashMap<>();
        for (Name name : mentioned) {
            if (referred.contains(name)) {
                int number = counts.merge(name.kind(), 1, Integer::sum);
                numbers.put(name, name.kind().letter + number);
            }
        }
        return numbers;
    }
}
