package jp.kiyome.approval.print;

import java.util.ArrayList;
import java.util.List;

/** A text in lines of a width. Stateless. */
final class Paragraph {

    /** What no line begins with (JIS X 4051): it stands in the margin instead. */
    private static final String HANGING = "、。,.)」』】〕)]}・ー";

    private Paragraph() {}

    /**
     * Breaks a text: between words where there are any, otherwise between signs.
     *
     * @param width in thousandths of the size
     * @return at least one line
     */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        text.codePoints().filter(Paragraph::isSeen).map(Paragraph::shown).forEach(sign -> {
            boolean full = Face.width(line.toString()) + Face.width(sign) > width;
            if (full && HANGING.indexOf(sign) < 0 && !line.isEmpty()) {
                lines.add(cut(line, sign));
            }
            line.appendCodePoint(sign);
        });
        lines.add(line.toString().strip());
        return lines;
    }

    /** Takes the full line away, up to its last space where the next sign goes on with a word. */
    private static String cut(StringBuilder line, int next) {
        int space = line.lastIndexOf(" ");
        boolean within = Face.of(next) == Face.LATIN && next != ' ' && space > 0;
        int end = within ? space : line.length();
        String full = line.substring(0, end).strip();
        line.delete(0, end);
        return full;
    }

    /** What only turns or joins others is left out: it could make a line say something else. */
    private static boolean isSeen(int sign) {
        return Character.getType(sign) != Character.FORMAT;
    }

    private static int shown(int sign) {
        return Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE ? ' ' : sign;
    }
}
