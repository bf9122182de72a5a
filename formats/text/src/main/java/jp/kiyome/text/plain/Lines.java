package jp.kiyome.text.plain;

import java.util.ArrayList;
import java.util.List;

/** Lines with at most one empty one between blocks, none first or last. Not thread-safe. */
final class Lines {

    private final List<String> lines = new ArrayList<>();
    private boolean gap;

    void add(String line) {
        if (gap && !lines.isEmpty()) {
            lines.add("");
        }
        gap = false;
        lines.add(line);
    }

    void addAll(List<String> more) {
        more.forEach(this::add);
    }

    /** An empty line before whatever comes next. */
    void gap() {
        gap = true;
    }

    List<String> list() {
        return lines;
    }
}
