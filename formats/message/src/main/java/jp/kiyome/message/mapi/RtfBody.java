package jp.kiyome.message.mapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.text.Hex;

/**
 * The text of a body in rich text: the HTML that it encapsulates ([MS-OXRTFEX] 2.1), or its characters. Fonts, pictures, objects and fields
 * are not looked at. Not thread-safe.
 */
final class RtfBody {

    private static final int DEPTH = 200;

    /** Groups whose text is no text of the body. */
    private static final Set<String> HIDDEN = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "footer",
            "fldinst",
            "listtable",
            "listoverridetable",
            "generator",
            "themedata",
            "datastore",
            "latentstyles",
            "rsidtbl",
            "xmlnstbl",
            "filetbl",
            "revtbl");

    /** What was read. */
    record Read(String text, boolean html) {}

    private record State(boolean hidden, boolean tag, boolean suppressed, int skip) {}

    private final String rtf;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Deque<State> outer = new ArrayDeque<>();
    private State state = new State(false, false, false, 1);
    private boolean html;
    private String page = "windows-1252";
    private int at;
    private int skipping;

    private RtfBody(byte[] rtf) {
        this.rtf = new String(rtf, StandardCharsets.ISO_8859_1);
    }

    static Read read(byte[] rtf) {
        RtfBody body = new RtfBody(rtf);
        body.walk();
        body.flush();
        return new Read(body.text.toString(), body.html);
    }

    private void walk() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at++);
            switch (c) {
                case '{' -> {
                    flush();
                    if (outer.size() > DEPTH) {
                        throw Refusal.of("message.msg-damaged", "rich text " + DEPTH + " deep");
                    }
                    outer.push(state);
                }
                case '}' -> {
                    flush();
                    state = outer.isEmpty() ? state : outer.pop();
                    skipping = 0;
                }
                case '\\' -> control();
                case '\r', '\n' -> {
                    // Line breaks of the file mean nothing.
                }
                default -> put(c);
            }
        }
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (!Ascii.isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < rtf.length() && Ascii.isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        int digits = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') {
            at++;
        }
        while (at < rtf.length() && Ascii.isDigit(rtf.charAt(at)) && at - digits < 10) {
            at++;
        }
        String number = rtf.substring(digits, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        word(word, number.isEmpty() || number.equals("-") ? 1 : Long.parseLong(number), number.isEmpty());
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                int value = Hex.at(rtf, at);
                at = Math.min(rtf.length(), at + 2);
                put((char) Math.max(' ', value));
            }
            case '*' -> {
                // 1.3 of the format: whoever does not know the word that follows leaves the group out.
                boolean known = rtf.startsWith("\\htmltag", at) || rtf.startsWith("\\mhtmltag", at);
                state = new State(state.hidden || !known, state.tag, state.suppressed, state.skip);
            }
            case '~' -> put('\u00A0');
            case '_' -> put('-');
            case '\\', '{', '}' -> put(c);
            case '\r', '\n' -> line();
            default -> {
                // Formulas and index entries show nothing.
            }
        }
    }

    private void word(String word, long number, boolean bare) {
        switch (word) {
            case "fromhtml" -> html = number == 1;
            case "ansicpg" -> page = CodePage.label(java.util.Optional.of(number));
            case "htmltag" -> state = new State(false, true, state.suppressed, state.skip);
            case "mhtmltag" -> state = new State(true, false, state.suppressed, state.skip);
            case "htmlrtf" -> {
                flush();
                state = new State(state.hidden, state.tag, bare || number != 0, state.skip);
            }
            case "uc" -> state = new State(state.hidden, state.tag, state.suppressed, Math.clamp(number, 0, 8));
            case "u" -> {
                flush();
                skipping = 0;
                if (shows()) {
                    text.append((char) number);
                }
                skipping = state.skip;
            }
            case "par", "line", "row", "sect", "page" -> line();
            case "tab", "cell" -> put('\t');
            case "bin" -> at = (int) Math.min(rtf.length(), at + Math.max(0, number));
            case "lquote", "rquote" -> put('\'');
            case "ldblquote", "rdblquote" -> put('"');
            case "endash", "emdash", "bullet" -> put('-');
            default -> {
                if (HIDDEN.contains(word)) {
                    state = new State(true, state.tag, state.suppressed, state.skip);
                }
            }
        }
    }

    private void line() {
        flush();
        if (shows()) {
            text.append("\r\n");
        }
    }

    private boolean shows() {
        return !state.hidden && !(html && state.suppressed);
    }

    private void put(char c) {
        if (skipping > 0) {
            skipping--;
        } else if (shows()) {
            bytes.write(c);
        }
    }

    /** Bytes of characters stand in pieces of one code page. */
    private void flush() {
        if (bytes.size() > 0) {
            byte[] run = bytes.toByteArray();
            text.append(Charsets.decode(run, Charsets.choose(run, page)));
            bytes.reset();
        }
    }
}
