package jp.kiyome.core.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Table;

/**
 * What each format says of itself to people: what is kept, dropped and changed. Each module owns one table with the columns
 * types (ids, with commas between), aspect, Japanese, English.
 *
 * <p>Immutable; threads may share it.
 */
public final class TypeNotes {

    /** Where each module keeps its table. */
    public static final String RESOURCE = "META-INF/kiyome/types.tsv";

    /** What is told of a type. */
    public enum Aspect {
        KEPT,
        DROPPED,
        CHANGED
    }

    private final Map<String, Map<Aspect, Bilingual>> notes;

    private TypeNotes(Map<String, Map<Aspect, Bilingual>> notes) {
        this.notes = notes;
    }

    /** The tables of all modules on the class path. */
    public static TypeNotes ofClassPath() {
        try {
            return of(Collections.list(TypeNotes.class.getClassLoader().getResources(RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + RESOURCE, e);
        }
    }

    static TypeNotes of(List<URL> tables) {
        Map<String, Map<Aspect, Bilingual>> notes = new TreeMap<>();
        for (URL table : tables) {
            for (List<String> row : Table.of(table).rows()) {
                Aspect aspect = Aspect.valueOf(row.get(1).toUpperCase(Locale.ROOT));
                for (String id : row.get(0).split(",", -1)) {
                    Map<Aspect, Bilingual> ofType = notes.computeIfAbsent(id, any -> new EnumMap<>(Aspect.class));
                    if (ofType.put(aspect, new Bilingual(row.get(2), row.get(3))) != null) {
                        throw new IllegalStateException("twice, once in " + table + ": " + id + " " + aspect);
                    }
                }
            }
        }
        return new TypeNotes(notes);
    }

    /** What is told of a type; empty where its module says nothing. */
    public Optional<Bilingual> note(FileType type, Aspect aspect) {
        return Optional.ofNullable(notes.getOrDefault(type.id(), Map.of()).get(aspect));
    }
}
