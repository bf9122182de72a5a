package jp.kiyome.core.text;

import java.util.Collection;
import java.util.List;

/**
 * What a file says to people, for rules about words and for finding passwords: of a mail its subject and its bodies as text, HTML as it
 * reads; of any file where its links lead. Of the characters of the file, deceiving ones already gone; whoever shows them goes through
 * {@link jp.kiyome.core.finding.Untrusted}. Immutable.
 *
 * @param title on one line, at most {@link #LONGEST_TITLE} characters
 * @param text lines ended by LF, at most {@link #LONGEST} characters
 * @param links addresses of the links that stay, here and in the files inside, canonical, each once, at most {@link #MOST_LINKS}
 * @param automatic whether a program or a list sent it, as far as it says so: then nobody answers it (RFC 3834 §2)
 */
public record Excerpt(String title, String text, List<String> links, boolean automatic) {

    /** Characters of a title. */
    public static final int LONGEST_TITLE = 2_000;

    /** Characters of a text; what is behind them is not told. */
    public static final int LONGEST = 1 << 18;

    /** Links of a file that are told. */
    public static final int MOST_LINKS = 200;

    /** Characters of a link; a longer one is not told. */
    public static final int LONGEST_LINK = 2_000;

    public Excerpt {
        links = List.copyOf(links);
        boolean longLink = links.stream().anyMatch(link -> link.length() > LONGEST_LINK);
        if (title.length() > LONGEST_TITLE || text.length() > LONGEST || links.size() > MOST_LINKS || longLink) {
            throw new IllegalArgumentException("an excerpt is short");
        }
    }

    /** Of a file without links. */
    public Excerpt(String title, String text) {
        this(title, text, List.of());
    }

    /** Of a file that a person sent. */
    public Excerpt(String title, String text, List<String> links) {
        this(title, text, links, false);
    }

    /** As much of a title and a text as there is room for. */
    public static Excerpt of(String title, String text, Collection<String> links, boolean automatic) {
        List<String> told = links.stream()
                .filter(link -> link.length() <= LONGEST_LINK)
                .limit(MOST_LINKS)
                .toList();
        return new Excerpt(begin(title, LONGEST_TITLE), begin(text, LONGEST), told, automatic);
    }

    /** Never ends inside a character. */
    private static String begin(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** What people wrote to each other is nobody's to read in a log. */
    @Override
    public String toString() {
        return "Excerpt[" + title.length() + ", " + text.length() + " characters]";
    }
}
