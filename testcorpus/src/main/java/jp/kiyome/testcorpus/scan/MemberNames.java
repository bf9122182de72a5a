package jp.kiyome.testcorpus.scan;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names of members of an archive for people must not be. */
final class MemberNames {

    private static final List<String> ACTING = List.of(
            "autorun.inf",
            "desktop.ini",
            "acad.lsp",
            ".lnk",
            ".url",
            ".scf",
            ".exe",
            ".js",
            ".vbs",
            ".bat",
            ".iso",
            ".img");

    private MemberNames() {}

    static void look(List<String> names, Check.Found found) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            if (!seen.add(folded)) {
                found.vector(name, "a name that stands twice");
            }
            if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
                found.vector(name, "an absolute name");
            }
            for (String step : path.split("/", -1)) {
                look(step, name, found);
            }
            if (ACTING.stream().anyMatch(folded::endsWith)) {
                found.vector(name, "a name that acts");
            }
        }
        for (String file : names) {
            if (!file.endsWith("/") && names.stream().anyMatch(other -> other.startsWith(file + "/"))) {
                found.vector(file, "a file that is a folder too");
            }
        }
    }

    private static void look(String step, String name, Check.Found found) {
        if (step.isEmpty() || step.equals(".") || step.equals("..") || step.endsWith(".") || step.endsWith(" ")) {
            found.vector(name, "a step that leads elsewhere");
        }
        boolean hidden = step.codePoints()
                .anyMatch(point -> Character.getType(point) == Character.FORMAT || Character.isISOControl(point));
        if (hidden || step.length() > 255) {
            found.vector(name, "a name that deceives");
        }
        String stem = step.split("\\.", 2)[0].toUpperCase(Locale.ROOT);
        if (Set.of("CON", "PRN", "AUX", "NUL").contains(stem)) {
            found.vector(name, "the name of a device");
        }
    }
}
