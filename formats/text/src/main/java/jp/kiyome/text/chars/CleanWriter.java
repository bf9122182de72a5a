package jp.kiyome.text.chars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Passes text on without the characters that show nothing or deceive ({@code characters.tsv}), in pieces of any size. What
 * comes out passes unchanged a second time.
 *
 * <p>Not thread-safe. Ended by {@link #close}, which leaves the writer behind it open.
 */
public final class CleanWriter extends Writer {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final Writer out;
    private final LineEnds lineEnds;
    private final Losses losses;
    private final EscapeSequence escape = new EscapeSequence();
    private int before;
    /** Before the joiner that {@link #joiner} holds back, until what follows says whether it stays. */
    private int joiner;

    private boolean heldReturn;
    private char high;
    private long line = 1;

    public CleanWriter(Writer out, LineEnds lineEnds, Losses losses) {
        this.out = out;
        this.lineEnds = lineEnds;
        this.losses = losses;
    }

    /** A short text at once. */
    public static String clean(String text, Losses losses) {
        int plain = 0;
        while (plain < text.length() && CharacterTable.plain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        java.io.StringWriter cleaned = new java.io.StringWriter(text.length());
        CleanWriter writer = new CleanWriter(cleaned, LineEnds.LF, losses);
        writer.write(text, 0, text.length());
        writer.close();
        return cleaned.toString();
    }

    @Override
    public void write(String text, int offset, int length) {
        char[] units = new char[length];
        text.getChars(offset, offset + length, units, 0);
        write(units, 0, length);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int from = at;
            boolean free = joiner == 0 && !heldReturn && high == 0 && !escape.open();
            while (free && at < end && (CharacterTable.plain(text[at]) || lineEnd(text, at, end))) {
                line += text[at] == '\n' ? 1 : 0;
                at++;
            }
            if (at > from) {
                pass(text, from, at - from);
                before = text[at - 1];
            }
            if (at < end) {
                unit(text[at++]);
            }
        }
    }

    /** A CR that LF follows at once; the LF is plain. */
    private static boolean lineEnd(char[] text, int at, int end) {
        return text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
    }

    private void unit(char unit) {
        if (Character.isHighSurrogate(unit)) {
            high = unit;
        } else if (Character.isLowSurrogate(unit) && high != 0) {
            int point = Character.toCodePoint(high, unit);
            high = 0;
            point(point);
        } else {
            point(unit);
        }
    }

    private void point(int point) {
        if (escape.open() && escape.takes(point)) {
            return;
        }
        if (heldReturn) {
            heldReturn = false;
            if (point == '\n' || lineEnds.returnsAlone()) {
                emit('\r');
            } else {
                losses.lost(CharacterClass.RETURN, '\r', line);
                newLine();
            }
        }
        if (joiner != 0) {
            settleJoiner(point);
        }
        judge(point);
    }

    private void judge(int point) {
        CharacterClass what = CharacterTable.of(point);
        switch (what) {
            case KEPT -> emit(point);
            case RETURN -> heldReturn = true;
            case LINE -> {
                losses.lost(what, point, line);
                newLine();
            }
            case ESCAPE -> {
                losses.lost(what, point, line);
                escape.begin(point);
            }
            case MARK -> keepIf(Scripts.rightToLeft(before), what, point);
            case SELECTOR -> keepIf(Scripts.takesSelector(before, point), what, point);
            case JOINER -> joiner = point;
            case CONTROL, BIDI, INVISIBLE, INTERLINEAR, TAG -> losses.lost(what, point, line);
        }
    }

    private void keepIf(boolean kept, CharacterClass what, int point) {
        if (kept) {
            emit(point);
        } else {
            losses.lost(what, point, line);
        }
    }

    private void settleJoiner(int after) {
        int held = joiner;
        joiner = 0;
        boolean stays = CharacterTable.of(after) == CharacterClass.KEPT;
        boolean emoji = held == ZERO_WIDTH_JOINER && Scripts.emoji(before) && Character.isExtendedPictographic(after);
        keepIf(stays && (emoji || Scripts.joins(before) && Scripts.joins(after)), CharacterClass.JOINER, held);
    }

    private void newLine() {
        lineEnds.usual().chars().forEach(this::emit);
    }

    private void emit(int point) {
        line += point == '\n' ? 1 : 0;
        before = point;
        if (point <= 0xFFFF) {
            pass(new char[] {(char) point}, 0, 1);
        } else {
            pass(Character.toChars(point), 0, 2);
        }
    }

    private void pass(char[] text, int from, int length) {
        try {
            out.write(text, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        if (heldReturn) {
            heldReturn = false;
            if (lineEnds.returnsAlone()) {
                emit('\r');
            } else {
                losses.lost(CharacterClass.RETURN, '\r', line);
                newLine();
            }
        }
        if (joiner != 0) {
            settleJoiner(0);
        }
    }
}
