package jp.kiyome.container.zip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a member may be called (APPNOTE 4.4.17.1: relative, with forward slashes), and nothing else. */
final class NameRules {

    /** UTF-8 bytes of a whole name. A path of 260 characters of Japanese, the most Windows opens, has 780. */
    static final int LONGEST = 1024;

    /** UTF-8 bytes of one step: what the file systems of Linux and the characters of NTFS allow. */
    static final int LONGEST_STEP = 255;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private NameRules() {}

    /** Why a name is not allowed; empty when it is. */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("empty");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("longer than " + LONGEST + " bytes");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return Optional.of("absolute");
        }
        if (name.contains("\\")) {
            return Optional.of("backslash");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("control character");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return List.of(path.split("/", -1)).stream()
                .flatMap(step -> stepFault(step).stream())
                .findFirst();
    }

    private static Optional<String> stepFault(String step) {
        if (step.isEmpty()) {
            return Optional.of("empty step");
        }
        if (step.equals(".") || step.equals("..")) {
            return Optional.of("step " + step);
        }
        return step.getBytes(StandardCharsets.UTF_8).length > LONGEST_STEP
                ? Optional.of("a step longer than " + LONGEST_STEP + " bytes")
                : Optional.empty();
    }
}
