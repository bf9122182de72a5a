package jp.kiyome.cad.dxf.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a record may hold.
 *
 * @param subclasses values that its markers (group code 100) may have
 * @param counts codes that must say how often another code comes
 */
public record RecordRule(String name, Set<String> subclasses, Map<Integer, Rule> codes, Map<Integer, Integer> counts) {

    public RecordRule {
        subclasses = Set.copyOf(subclasses);
        codes = Map.copyOf(codes);
        counts = Map.copyOf(counts);
    }

    public Optional<Rule> of(int code) {
        return Optional.ofNullable(codes.get(code));
    }
}
