package jp.kiyome.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the next level below may say in its policy file, by path: {@code limits} for a whole section, {@code limits.time} for a
 * word of it. The longest path that stands weighs; what nobody names is not let. Nobody lets more than is let to him.
 *
 * @param levels what each level says, the uppermost first; all must let
 */
public record Lets(List<Map<String, Boolean>> levels) {

    public Lets {
        levels = levels.stream().map(Map::copyOf).toList();
    }

    /** For the uppermost level, which nobody stands above. */
    public static Lets everything() {
        return new Lets(List.of());
    }

    public static Lets nothing() {
        return new Lets(List.of(Map.of()));
    }

    /** What this level lets, at most that which is let to it. */
    public Lets narrowedBy(Map<String, Boolean> said) {
        List<Map<String, Boolean>> all = new ArrayList<>(levels);
        all.add(said);
        return new Lets(all);
    }

    /** Whether a word may be said. */
    public boolean lets(String path) {
        return levels.stream().allMatch(level -> lets(level, path));
    }

    private static boolean lets(Map<String, Boolean> level, String path) {
        String at = path;
        while (!level.containsKey(at)) {
            int dot = at.lastIndexOf('.');
            if (dot < 0) {
                return false;
            }
            at = at.substring(0, dot);
        }
        return level.getOrDefault(at, false);
    }
}
