package jp.kiyome.container.zip;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a member may be called (APPNOTE 4.4.17.1: relative, with forward slashes), and nothing else. */
final class NameRules {

    /** UTF-8 bytes of a whole name. A path of 260 characters of Japanese, the most Windows opens, has 780. */
    static final int LONGEST = 1024;

    /** UTF-8 bytes of one step: what the file systems of Linux and the characters of NTFS allow. */
    static final int LONGEST_STEP = 255;

    private NameRules() {}

    /** Why a name is not allowed; empty when it is. */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("empty");
        }
        if (longer(name, LONGEST)) {
            return Optional.of("longer than " + LONGEST + " bytes");
        }
        if (name.startsWith("/") || drive(name)) {
            return Optional.of("absolute");
        }
        if (name.contains("\\")) {
            return Optional.of("backslash");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return Optional.of("control character");
            }
        }
        int end = name.endsWith("/") ? name.length() - 1 : name.length();
        for (int from = 0; from <= end; ) {
            int slash = name.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            Optional<String> fault = stepFault(name.substring(from, to));
            if (fault.isPresent()) {
                return fault;
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    /** {@code C:} and its kin. */
    private static boolean drive(String name) {
        return name.length() > 1
                && name.charAt(1) == ':'
                && (name.charAt(0) >= 'A' && name.charAt(0) <= 'Z' || name.charAt(0) >= 'a' && name.charAt(0) <= 'z');
    }

    private static boolean longer(String text, int bytes) {
        // No character of a string takes more than three bytes of UTF-8.
        return text.length() * 3L > bytes && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private static Optional<String> stepFault(String step) {
        if (step.isEmpty()) {
            return Optional.of("empty step");
        }
        if (step.equals(".") || step.equals("..")) {
            return Optional.of("step " + step);
        }
        return longer(step, LONGEST_STEP)
                ? Optional.of("a step longer than " + LONGEST_STEP + " bytes")
                : Optional.empty();
    }
}
