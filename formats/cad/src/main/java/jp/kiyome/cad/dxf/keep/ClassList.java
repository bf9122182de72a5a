package jp.kiyome.cad.dxf.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.GroupKind;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.KnownNames;
import jp.kiyome.cad.dxf.rules.KnownNames.ClassRule;

/** Entries of the CLASSES section: of classes that are listed, with the names that the list has for them. */
public final class ClassList {

    private static final String SECTION = "CLASSES";

    private final Notes notes;

    public ClassList(Notes notes) {
        this.notes = notes;
    }

    public Optional<DxfRecord> filter(DxfRecord given) {
        String record = given.first(1).strip();
        Optional<ClassRule> rule = KnownNames.get().classOf(record).filter(r -> r.className()
                .equals(given.first(2).strip()));
        if (!given.name().equals("CLASS") || rule.isEmpty()) {
            notes.removed("dxf.class", SECTION, record);
            return Optional.empty();
        }
        List<Pair> kept = new ArrayList<>();
        for (Pair pair : given.pairs()) {
            value(pair, rule.get()).ifPresent(value -> kept.add(new Pair(pair.code(), value)));
        }
        return Optional.of(new DxfRecord(given.name(), kept));
    }

    private static Optional<String> value(Pair pair, ClassRule rule) {
        return switch (pair.code()) {
            case 1 -> Optional.of(rule.record());
            case 2 -> Optional.of(rule.className());
            case 3 -> Optional.of(rule.application());
            case 90, 91, 280, 281 -> Numbers.canonical(GroupKind.of(pair.code()).orElseThrow(), pair.value());
            default -> Optional.empty();
        };
    }
}
