package jp.kiyome.cad.part21;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The entities that files of a schema may hold, as data: names with blanks between, lines of {@code drop NAME ..} for those that name
 * other files, and of {@code serves NAME ..} for known ones that only describe others. Immutable; threads may share it.
 */
public final class EntityList {

    private static final String DROP = "drop ";
    private static final String SERVES = "serves ";

    private final Set<String> known = new TreeSet<>();
    private final Set<String> dropped = new TreeSet<>();
    private final Set<String> serving = new TreeSet<>();

    private EntityList() {}

    /** Reads the list that stands beside {@code owner} in the class path under that name. */
    public static EntityList beside(Class<?> owner, String name) {
        EntityList list = new EntityList();
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no allow-list " + name);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.replaceFirst("#.*$", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(list::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list;
    }

    /** What this list has or the other. */
    public EntityList and(EntityList other) {
        EntityList both = new EntityList();
        for (EntityList one : List.of(this, other)) {
            both.known.addAll(one.known);
            both.dropped.addAll(one.dropped);
            both.serving.addAll(one.serving);
        }
        return both;
    }

    private void add(String line) {
        boolean drop = line.startsWith(DROP);
        boolean serve = line.startsWith(SERVES);
        Set<String> names = drop ? dropped : serve ? serving : known;
        String rest = drop || serve ? line.substring(line.indexOf(' ')).strip() : line;
        for (String name : rest.split(" +", -1)) {
            if (!names.add(name)) {
                throw new IllegalStateException("named twice: " + name);
            }
        }
    }

    /** Whether instances are there for others alone, and go with the last of them. */
    boolean serves(String entity) {
        return serving.contains(entity);
    }

    boolean known(String entity) {
        return known.contains(entity);
    }

    boolean dropped(String entity) {
        return dropped.contains(entity);
    }
}
