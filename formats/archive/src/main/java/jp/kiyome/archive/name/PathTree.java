package jp.kiyome.archive.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The paths given away so far. No two are one on a file system that ignores case or Unicode normalization, and none is a
 * file and a folder at once. Not thread-safe.
 */
public final class PathTree {

    /** UTF-8 bytes of a step: what file systems store. */
    private static final int LONGEST = 255;

    private final Set<String> files = new HashSet<>();
    private final Map<String, String> folders = new HashMap<>();
    private final Set<String> listed = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The path of a folder, as it is written from now on; its own case where it came before in another. */
    public String folder(List<String> steps) {
        String path = "";
        for (String step : steps) {
            String wanted = path.isEmpty() ? step : path + "/" + step;
            String known = folders.get(folded(wanted));
            if (known == null) {
                known = free(wanted, false);
                folders.put(folded(wanted), known);
                folders.put(folded(known), known);
            }
            path = known;
        }
        return path;
    }

    /** Whether a folder was not listed before. */
    public boolean list(String folder) {
        return listed.add(folder);
    }

    /** A path for a file in a folder of {@link #folder}: the one wanted, or a numbered one when that is taken. */
    public String file(String folder, String name) {
        String path = free(folder.isEmpty() ? name : folder + "/" + name, true);
        files.add(folded(path));
        return path;
    }

    private String free(String wanted, boolean file) {
        String path = wanted;
        while (taken(path)) {
            // Counted on from name to name: ten thousand members of one name are tried once each.
            int number = numbers.merge(folded(wanted), 2, (last, two) -> last + 1);
            path = numbered(wanted, " (" + number + ")", file);
        }
        return path;
    }

    private boolean taken(String path) {
        String folded = folded(path);
        return files.contains(folded) || folders.containsKey(folded);
    }

    private static String numbered(String path, String number, boolean file) {
        int slash = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        boolean extension = file && dot > slash && path.length() - dot <= 16;
        String behind = number + (extension ? path.substring(dot) : "");
        String stem = path.substring(slash, extension ? dot : path.length());
        while (bytes(stem) + bytes(behind) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return path.substring(0, slash) + stem + behind;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Upper case before lower: some letters have one upper form and two lower ones. */
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
