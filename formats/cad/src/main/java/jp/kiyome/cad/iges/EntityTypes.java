package jp.kiyome.cad.iges;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The entity types that may stay, {@code entities.allow}. Immutable; threads may share it. */
final class EntityTypes {

    static final EntityTypes IGES = new EntityTypes();

    private static final String DROP = "drop ";

    private final Set<Integer> known = new TreeSet<>();
    private final Set<Integer> files = new TreeSet<>();

    private EntityTypes() {
        try (InputStream in = EntityTypes.class.getResourceAsStream("entities.allow")) {
            if (in == null) {
                throw new IllegalStateException("no entities.allow");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.replaceFirst("#.*$", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        boolean drop = line.startsWith(DROP);
        for (String number : (drop ? line.substring(DROP.length()) : line).split(" +", -1)) {
            (drop ? files : known).add(Integer.parseInt(number));
        }
    }

    boolean known(int type) {
        return known.contains(type);
    }

    /** Whether entities of that type name other files or hold programs. */
    boolean acts(int type) {
        return files.contains(type) || type >= 600;
    }
}
