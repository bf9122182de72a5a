package jp.kiyome.archive.name;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.name.CleanName;

/**
 * The path of a member with nothing in it that leads out of the folder it is unpacked to.
 *
 * @param folders clean names, outermost first
 * @param last the last step as it came, or {@code ""} when nothing but folders and dots was there
 * @param climbs whether it was absolute, had a drive or a server, or steps upwards
 * @param changed whether anything else in the folders was written anew
 */
public record MemberPath(List<String> folders, String last, boolean climbs, boolean changed) {

    /** Folders inside folders. */
    private static final int DEEPEST = 64;

    /** UTF-8 bytes of all folders: a path of 260 Japanese characters, the most Windows opens, has 780. */
    private static final int LONGEST = 768;

    public MemberPath {
        folders = List.copyOf(folders);
    }

    /**
     * Takes a name apart.
     *
     * @param folder whether the member is one itself: then all steps are folders
     */
    public static MemberPath of(String name, boolean folder) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        String slashed = normal.replace('\\', '/');
        boolean climbs = slashed.startsWith("/");
        boolean changed = !normal.equals(name) || !slashed.equals(normal);
        List<String> steps = new ArrayList<>();
        for (String step : slashed.split("/", -1)) {
            if (step.equals("..") || drive(step)) {
                climbs = true;
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        String last = folder || steps.isEmpty() ? "" : steps.removeLast();
        List<String> folders = new ArrayList<>();
        for (String step : steps) {
            CleanName clean = CleanName.of(step, Set.of(), Optional.empty());
            changed |= !clean.name().equals(step);
            folders.add(clean.name());
        }
        changed |= shorten(folders);
        int slashes = folder && slashed.endsWith("/") ? 1 : 0;
        String plain = String.join("/", steps) + (steps.isEmpty() || last.isEmpty() ? "" : "/") + last;
        changed |= !climbs && slashed.length() - slashes != plain.length();
        return new MemberPath(folders, last, climbs, changed);
    }

    private static boolean drive(String step) {
        return step.length() == 2 && step.charAt(1) == ':' && Character.isLetter(step.charAt(0));
    }

    /** Leaves out outer folders until the rest fits. */
    private static boolean shorten(List<String> folders) {
        boolean shortened = false;
        while (folders.size() > DEEPEST
                || folders.stream()
                                .mapToInt(f -> f.getBytes(StandardCharsets.UTF_8).length + 1)
                                .sum()
                        > LONGEST) {
            folders.removeFirst();
            shortened = true;
        }
        return shortened;
    }
}
