package jp.kiyome.text.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.text.source.Tally;

/**
 * What stands before the root (XML 1.0 section 2.8). None of it is written again but a declaration of our own.
 *
 * @param length characters before the root
 */
record Prolog(int length) {

    /** Characters before the root, at most. */
    static final int LONGEST = 1 << 16;

    private static final Pattern ASIDE = Pattern.compile(
            "<\\?xml(?=\\s)[^>]{0,250}?\\?>"
                    + "|<\\?(?<target>[^\\s?>]+)[^>]*?\\?>|(?<comment><!--(?s:.*?)-->)|(?<doctype><!DOCTYPE\\s(?:[^\\[\\]<>\"']|\"[^\"]*\"|'[^']*')*>)");

    static Prolog of(String head, Tally tally) {
        int at = skipped(head, 0);
        Matcher matcher = ASIDE.matcher(head);
        while (at < head.length() && matcher.region(at, head.length()).lookingAt()) {
            String target = matcher.group("target");
            if (target != null) {
                instruction(target, matcher.group(), tally);
            } else if (matcher.group("comment") != null) {
                tally.removed("xml.comment", "", "");
            } else if (matcher.group("doctype") != null) {
                tally.removed("xml.doctype", "", matcher.group());
            }
            at = skipped(head, matcher.end());
        }
        if (head.startsWith("<!DOCTYPE", at)) {
            throw Refusal.of("xml.doctype", "");
        }
        return new Prolog(at);
    }

    private static void instruction(String target, String text, Tally tally) {
        switch (target) {
            case "mso-application" -> throw Refusal.of("xml.program", text);
            case "xml-stylesheet" -> tally.removed("xml.stylesheet", "", text);
            default -> tally.removed("xml.processing-instruction", "", text);
        }
    }

    private static int skipped(String head, int from) {
        int at = from;
        while (at < head.length() && " \t\r\n".indexOf(head.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
