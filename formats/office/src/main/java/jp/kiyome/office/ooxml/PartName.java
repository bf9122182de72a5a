package jp.kiyome.office.ooxml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Names of parts, as ZIP members are called: without a leading slash (ECMA-376-2 §9.1, annex A). */
final class PartName {

    private PartName() {}

    /** The part that {@code target} means in a relationship of {@code source}; empty when it leads nowhere in the package. */
    static Optional<String> resolve(String source, String target) {
        int end = indexOfAny(target);
        String path = percentDecoded(target.substring(0, end));
        if (path.isEmpty() || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0 || path.startsWith("//")) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        if (!path.startsWith("/")) {
            int slash = source.lastIndexOf('/');
            addSteps(steps, slash < 0 ? "" : source.substring(0, slash));
        }
        return addSteps(steps, path) && !steps.isEmpty() ? Optional.of(String.join("/", steps)) : Optional.empty();
    }

    /** Where the relationships of a part stand; of the package itself for an empty name. */
    static String relationshipsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    private static int indexOfAny(String target) {
        int query = target.indexOf('?');
        int fragment = target.indexOf('#');
        int first = query < 0 ? target.length() : query;
        return fragment < 0 ? first : Math.min(first, fragment);
    }

    private static boolean addSteps(Deque<String> steps, String path) {
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return false;
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return true;
    }

    private static String percentDecoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
