package jp.kiyome.core.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kiyome.core.text.Bilingual;
import jp.kiyome.core.text.Table;

/**
 * Every kind of finding with its severity and its texts. Each module owns one table of them.
 *
 * <p>Immutable; threads may share it.
 */
public final class FindingCatalogue {

    /** Where each module keeps its table: code, severity, Japanese, English. */
    public static final String RESOURCE = "META-INF/kiyome/findings.tsv";

    private final Map<String, FindingText> byCode;

    private FindingCatalogue(Map<String, FindingText> byCode) {
        this.byCode = byCode;
    }

    /**
     * The tables of all modules on the class path.
     *
     * @throws IllegalStateException for a code that stands twice, a severity that is none, or an empty text
     */
    public static FindingCatalogue ofClassPath() {
        try {
            ClassLoader loader = FindingCatalogue.class.getClassLoader();
            return of(Collections.list(loader.getResources(RESOURCE)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + RESOURCE, e);
        }
    }

    public static FindingCatalogue of(Collection<URL> tables) {
        Map<String, FindingText> byCode = new TreeMap<>();
        for (URL table : tables) {
            for (List<String> row : Table.of(table).rows()) {
                FindingText text = text(row, table);
                if (byCode.put(text.kind().code(), text) != null) {
                    throw new IllegalStateException("twice, once in " + table + ": " + text.kind());
                }
            }
        }
        return new FindingCatalogue(byCode);
    }

    private static FindingText text(List<String> row, URL table) {
        if (row.size() != 4) {
            throw new IllegalStateException("code, severity, Japanese, English are the columns: " + table);
        }
        return new FindingText(
                FindingKind.of(row.get(0)), Severity.valueOf(row.get(1)), new Bilingual(row.get(2), row.get(3)));
    }

    public Optional<FindingText> find(FindingKind kind) {
        return Optional.ofNullable(byCode.get(kind.code()));
    }

    /** The severity of a kind; {@link Severity#ACTIVE}, the gravest, for one that no table has. */
    public Severity severity(FindingKind kind) {
        return find(kind).map(FindingText::severity).orElse(Severity.ACTIVE);
    }

    /** All codes, sorted. */
    public NavigableSet<String> codes() {
        return new TreeSet<>(byCode.keySet());
    }
}
