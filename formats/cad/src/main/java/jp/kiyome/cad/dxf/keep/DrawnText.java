package jp.kiyome.cad.dxf.keep;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that a drawing shows, as TEXT and MTEXT have it: without raw control characters, without field codes
 * (<code>%&lt;\Ac... &gt;%</code>), and with fonts ({@code \f}, {@code \F}) named by their bare file names.
 *
 * @param codes the findings
 */
record DrawnText(String text, List<String> codes) {

    /** How far a font's name is looked for. */
    private static final int FONT_NAME = 512;

    static DrawnText of(String given) {
        List<String> codes = new ArrayList<>();
        String text = given;
        String before;
        do {
            before = text;
            text = step(text, withoutControls(text), "dxf.control", codes);
            text = step(text, withoutFields(text), "dxf.field", codes);
            text = step(text, withBareFonts(text), "dxf.path", codes);
        } while (!text.equals(before));
        return new DrawnText(text, codes);
    }

    private static String step(String before, String after, String code, List<String> codes) {
        if (!after.equals(before) && !codes.contains(code)) {
            codes.add(code);
        }
        return after;
    }

    static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (control(text.charAt(i))) {
                StringBuilder clean = new StringBuilder(text.length());
                text.chars().filter(c -> !control((char) c)).forEach(c -> clean.append((char) c));
                return clean.toString();
            }
        }
        return text;
    }

    private static boolean control(char c) {
        return c < ' ' && c != '\t' || c == 0x7F;
    }

    private static String withoutFields(String given) {
        String text = given;
        for (int from = text.indexOf("%<\\"); from >= 0; from = text.indexOf("%<\\")) {
            text = text.substring(0, from) + text.substring(endOfField(text, from));
        }
        return text;
    }

    /** Behind the mark that closes the field; behind its own mark where nothing closes it. */
    private static int endOfField(String text, int from) {
        int depth = 0;
        for (int i = from; i + 1 < text.length(); i++) {
            if (text.startsWith("%<", i)) {
                depth++;
                i++;
            } else if (text.startsWith(">%", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return from + 3;
    }

    private static String withBareFonts(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 == text.length()) {
                clean.append(c);
                at++;
                continue;
            }
            char command = text.charAt(at + 1);
            int end = command == 'f' || command == 'F' ? text.indexOf(';', at) : -1;
            clean.append(c).append(command);
            at += 2;
            if (end >= 0 && end - at <= FONT_NAME) {
                String font = text.substring(at, end);
                int bar = font.indexOf('|');
                String name = bar < 0 ? font : font.substring(0, bar);
                clean.append(FileNames.withoutPath(name)).append(font.substring(name.length()));
                at = end;
            }
        }
        return clean.toString();
    }
}
