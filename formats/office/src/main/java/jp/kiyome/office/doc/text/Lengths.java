package jp.kiyome.office.doc.text;

import java.util.EnumMap;
import java.util.Map;

/** How long each story is, in characters, and so where it begins. Immutable. */
public final class Lengths {

    private final Map<Story, Integer> lengths;

    /** @param lengths none below zero, their sum far below 2^31 */
    public Lengths(Map<Story, Integer> lengths) {
        this.lengths = new EnumMap<>(lengths);
    }

    public int of(Story story) {
        return lengths.getOrDefault(story, 0);
    }

    public int start(Story story) {
        int start = 0;
        for (Story before : Story.values()) {
            if (before == story) {
                break;
            }
            start += of(before);
        }
        return start;
    }

    public int end(Story story) {
        return start(story) + of(story);
    }

    /** All characters: behind the last story stands one paragraph mark more, unless there is the main one alone (2.4.1). */
    public int total() {
        int sum = end(Story.HEADER_BOXES);
        return sum > of(Story.MAIN) ? sum + 1 : sum;
    }
}
