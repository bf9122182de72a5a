package jp.kiyome.cad.part21;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import jp.kiyome.core.finding.Refusal;

/**
 * Cuts a file into the tokens of ISO 10303-21, 5.6 and 6: characters first, and what a token is made of. Comments are told to whoever
 * asked for them. Not thread-safe.
 */
public final class Lexer {

    /** Characters of a keyword, a number or an enumeration. */
    private static final int LONGEST_WORD = 128;

    /** Characters of one string. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int END = -1;

    private final Reader in;
    private final Runnable comment;
    private int next;
    private int after;
    private long position = -2;

    /** @param comment is run for each comment */
    public Lexer(Reader in, Runnable comment) {
        this.in = in;
        this.comment = comment;
        advance();
        advance();
        if (next == 0xFEFF) {
            advance();
        }
    }

    /** The character that comes next, or -1, without blanks and comments before it. */
    public int peek() {
        while (true) {
            if (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                advance();
            } else if (next == '/' && after == '*') {
                comment.run();
                skipComment();
            } else {
                return next;
            }
        }
    }

    private void skipComment() {
        advance();
        advance();
        while (next != '*' || after != '/') {
            insist(next != END, "a comment without an end");
            advance();
        }
        advance();
        advance();
    }

    /** Skips blanks, not comments. */
    public void blanks() {
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            advance();
        }
    }

    /** Whether nothing more comes. */
    public boolean ended() {
        return peek() == END;
    }

    /** Reads a character if it comes next. */
    public boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        advance();
        return true;
    }

    /** Reads a character that must come next. */
    public void expect(char wanted) {
        insist(take(wanted), "not " + wanted);
    }

    /** A keyword in upper case; empty where none comes next. */
    public String keyword() {
        peek();
        StringBuilder word = new StringBuilder();
        if (next == '!') {
            append(word);
        }
        while (letter(next) || !word.isEmpty() && (digit(next) || next == '-')) {
            append(word);
        }
        return word.toString();
    }

    private void append(StringBuilder word) {
        insist(word.length() < LONGEST_WORD, "a word without an end");
        word.append((char) (next >= 'a' && next <= 'z' ? next - 'a' + 'A' : next));
        advance();
    }

    /** The digits of an instance's name, behind {@code #}. */
    public long id() {
        StringBuilder digits = new StringBuilder();
        while (digit(next)) {
            append(digits);
        }
        insist(!digits.isEmpty() && digits.length() <= 18, "no instance name");
        return Long.parseLong(digits.toString());
    }

    /** An integer or a real (5.6.3, 5.6.4), in the one form in which it is written. */
    public String number() {
        StringBuilder digits = new StringBuilder();
        while (digit(next) || next == '.' || next == '+' || next == '-' || next == 'E' || next == 'e') {
            append(digits);
        }
        String number = digits.toString();
        insist(number.matches("[-+]?[0-9]+(\\.[0-9]*)?(E[-+]?[0-9]{1,4})?"), "no number");
        return number.startsWith("+") ? number.substring(1) : number;
    }

    /** An enumeration value, behind its first dot and with its second. */
    public String enumeration() {
        StringBuilder name = new StringBuilder();
        while (letter(next) || digit(next)) {
            append(name);
        }
        insist(!name.isEmpty() && next == '.', "no enumeration");
        advance();
        return name.toString();
    }

    /** The characters of a string between its apostrophes, as they stand but for doubled apostrophes; the first one is read. */
    public String text() {
        StringBuilder text = new StringBuilder();
        while (true) {
            insist(next != END && text.length() < LONGEST_TEXT, "a string without an end");
            int character = next;
            advance();
            if (character == '\'') {
                if (next != '\'') {
                    return text.toString();
                }
                advance();
            }
            // Lines may be broken anywhere (5.2); breaks are no part of a string.
            if (character != '\n' && character != '\r') {
                text.append((char) character);
            }
        }
    }

    /** Reads one character, whatever it is. */
    public int any() {
        int character = next;
        advance();
        return character;
    }

    /** Whether a character comes next, with nothing before it. */
    public boolean at(char character) {
        return next == character;
    }

    /** Whether two characters come next, with nothing before them. */
    public boolean comes(char first, char second) {
        return next == first && after == second;
    }

    private void advance() {
        next = after;
        try {
            after = in.read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read", e);
        }
        position++;
    }

    private static boolean letter(int character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z' || character == '_';
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Refuses the file where it is not as it must be. */
    public void insist(boolean sound, String otherwise) {
        if (!sound) {
            throw Refusal.of("part21.structure", otherwise + ", character " + position);
        }
    }
}
