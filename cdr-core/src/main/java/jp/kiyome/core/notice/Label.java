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
 * @param remark lines that stand first, whether anything was removed or not; may be empty
 * @param whenLocked lines for a reader of whose files one needs a password; may be empty
 */
public record Label(
        String tag,
        Language language,
        List<String> heading,
        List<String> closing,
        List<String> remark,
        List<String> whenLocked) {

    /** Lines of a heading or a closing at most. */
    public static final int MOST_LINES = 20;

    /** Characters of a line at most. */
    public static final int LONGEST = 400;

    public Label {
        heading = List.copyOf(heading);
        closing = List.copyOf(closing);
        remark = List.copyOf(remark);
        whenLocked = List.copyOf(whenLocked);
        boolean tooLong = Stream.of(List.of(tag), heading, closing, remark, whenLocked)
                .flatMap(List::stream)
                .anyMatch(line -> line.length() > LONGEST || line.chars().anyMatch(c -> c < ' '));
        boolean tooMany = Stream.of(heading, closing, remark, whenLocked).anyMatch(lines -> lines.size() > MOST_LINES);
        if (tooLong || tooMany) {
            throw new IllegalArgumentException("a label is short");
        }
    }

    public Label(String tag, Language language, List<String> heading, List<String> closing) {
        this(tag, language, heading, closing, List.of(), List.of());
    }

    /** The same that says something besides. */
    public Label remarking(List<String> lines) {
        return new Label(tag, language, heading, closing, lines, whenLocked);
    }

    /** The same that says something to readers of locked files. */
    public Label whenLocked(List<String> lines) {
        return new Label(tag, language, heading, closing, remark, lines);
    }
}
