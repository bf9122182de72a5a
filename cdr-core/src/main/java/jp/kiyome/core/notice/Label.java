package jp.kiyome.core.notice;

import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.core.text.Language;

/**
 * What the one who hands a file in wants written on what comes out, where its format has a place for it: a mail has one in its
 * subject and its text. Files inside it are not labelled.
 *
 * @param tag put before the title; empty for none
 * @param language of the notice
 * @param heading what a notice begins with, one or more lines
 * @param closing what it ends with, for example how to ask for the original; may be empty
 */
public record Label(String tag, Language language, List<String> heading, List<String> closing) {

    /** Lines of a heading or a closing at most. */
    public static final int MOST_LINES = 20;

    /** Characters of a line at most. */
    public static final int LONGEST = 400;

    public Label {
        heading = List.copyOf(heading);
        closing = List.copyOf(closing);
        boolean tooLong = Stream.of(List.of(tag), heading, closing)
                .flatMap(List::stream)
                .anyMatch(line -> line.length() > LONGEST || line.chars().anyMatch(c -> c < ' '));
        if (tooLong || heading.size() > MOST_LINES || closing.size() > MOST_LINES) {
            throw new IllegalArgumentException("a label is short");
        }
    }
}
