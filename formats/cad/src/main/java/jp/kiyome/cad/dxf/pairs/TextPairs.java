package jp.kiyome.cad.dxf.pairs;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * The text form: a line with a group code, a line with its value. A line ends with CR LF, LF or CR. Memory is that of the
 * longest line, and no line is longer than {@link #LONGEST}.
 */
public final class TextPairs implements PairSource {

    /** Bytes of a line at most. Programs write up to 2049 and cut or overflow behind that; some write a whole text as one line. */
    public static final int LONGEST = 1 << 16;

    private static final int COMMENT = 999;

    private final Content content;
    private final byte[] buffer = new byte[1 << 14];
    private final byte[] line = new byte[LONGEST];
    private long bufferStart;
    private int filled;
    private long position;
    private int length;
    private int code;
    private String raw = "";
    private long start;
    private boolean comments;

    /** Reads from {@code from}, where a group code begins. */
    public TextPairs(Content content, long from) {
        this.content = content;
        this.bufferStart = from;
        this.position = from;
    }

    @Override
    public boolean next() {
        do {
            start = position;
            if (!line()) {
                return false;
            }
            code = number();
            if (!line()) {
                throw Refusal.of(
                        "dxf.syntax", Location.wholeFile().at("byte " + start), "a group code without a value");
            }
            comments |= code == COMMENT;
        } while (code == COMMENT);
        raw = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        return true;
    }

    private int number() {
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
        if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.of("dxf.syntax", Location.wholeFile().at("byte " + start), text);
        }
        return Integer.parseInt(text);
    }

    /** Reads a line without its end; false where nothing is left. */
    private boolean line() {
        length = 0;
        int next = peek();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n' && next != '\r') {
            if (length == LONGEST) {
                throw Refusal.of("dxf.syntax", Location.wholeFile().at("byte " + start), "a line without an end");
            }
            line[length++] = (byte) next;
            position++;
            next = peek();
        }
        if (next >= 0) {
            position++;
        }
        if (next == '\r' && peek() == '\n') {
            position++;
        }
        return true;
    }

    /** The byte at the position; below zero at the end. */
    private int peek() {
        if (position >= bufferStart + filled) {
            bufferStart = position;
            filled = (int) Math.min(buffer.length, content.size() - position);
            if (filled == 0) {
                return -1;
            }
            content.copy(bufferStart, buffer, 0, filled);
        }
        return buffer[(int) (position - bufferStart)] & 0xFF;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String raw() {
        return raw;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return position;
    }

    @Override
    public boolean skippedComment() {
        return comments;
    }
}
