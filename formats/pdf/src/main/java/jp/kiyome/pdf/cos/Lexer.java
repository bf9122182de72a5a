package jp.kiyome.pdf.cos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes the bytes of a file or a content stream apart to tokens (ISO 32000-2, 7.2). Not thread-safe. */
public final class Lexer {

    /** What {@link #next} found. */
    public enum Token {
        NUMBER,
        NAME,
        STRING,
        KEYWORD,
        ARRAY,
        ARRAY_END,
        DICT,
        DICT_END,
        BRACE,
        BRACE_END,
        END
    }

    /** Bytes of one string at most; the specification names no limit, 32,767 was Acrobat's once (Annex C). */
    private static final int LONGEST_STRING = 1 << 26;

    private static final int LONGEST_WORD = 1 << 12;
    private static final byte[] CLASS = new byte[256];

    static {
        for (int c : new int[] {0, 9, 10, 12, 13, 32}) {
            CLASS[c] = 1;
        }
        "()<>[]{}/%".chars().forEach(c -> CLASS[c] = 2);
    }

    private final ByteInput in;
    private byte[] buffer = new byte[256];
    private int length;
    private Cos value = Cos.NULL;
    private String word = "";
    private boolean spelled = true;
    private int code;
    private boolean comments;

    public Lexer(ByteInput in) {
        this.in = in;
    }

    public static boolean isSpace(int c) {
        return c >= 0 && CLASS[c] == 1;
    }

    public static boolean isRegular(int c) {
        return c >= 0 && CLASS[c] == 0;
    }

    public ByteInput input() {
        return in;
    }

    /** The number, name or string found last. */
    public Cos value() {
        return value;
    }

    /** The keyword found last. */
    public String word() {
        if (!spelled) {
            word = text();
            spelled = true;
        }
        return word;
    }

    /** The keyword found last as a number that its bytes make, the first highest; 0 for one of more than three bytes. */
    public int code() {
        return code;
    }

    /** The number that {@link #code} gives for a word. */
    public static int code(String word) {
        int code = 0;
        for (int i = 0; i < word.length(); i++) {
            code = code << 8 | word.charAt(i);
        }
        return word.length() > 3 ? 0 : code;
    }

    /** Whether a comment was passed over (7.2.4). */
    public boolean sawComments() {
        return comments;
    }

    public void skipSpace() {
        while (true) {
            int c = in.peek();
            if (c == '%') {
                comments = true;
                while (c != '\n' && c != '\r' && c != ByteInput.END) {
                    in.next();
                    c = in.peek();
                }
            } else if (isSpace(c)) {
                in.next();
            } else {
                return;
            }
        }
    }

    public Token next() {
        skipSpace();
        while (in.peek() == ')' || in.peek() == '>' && in.peek(1) != '>') {
            // Closers of nothing: passed over.
            in.next();
            skipSpace();
        }
        int c = in.peek();
        return switch (c) {
            case ByteInput.END -> Token.END;
            case '/' -> {
                in.next();
                yield name();
            }
            case '(' -> {
                in.next();
                yield literal();
            }
            case '[' -> single(Token.ARRAY);
            case ']' -> single(Token.ARRAY_END);
            case '{' -> single(Token.BRACE);
            case '}' -> single(Token.BRACE_END);
            case '<' -> {
                in.next();
                yield in.peek() == '<' ? single(Token.DICT) : hex();
            }
            case '>' -> {
                in.next();
                yield single(Token.DICT_END);
            }
            default -> isNumberStart(c) ? number() : keyword();
        };
    }

    private Token single(Token token) {
        in.next();
        return token;
    }

    private static boolean isNumberStart(int c) {
        return c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    }

    /** 7.3.3, and what real files hold besides: signs doubled or in the middle, which end the number's digits. */
    private Token number() {
        Num.Builder number = new Num.Builder();
        boolean digits = false;
        boolean stopped = false;
        length = 0;
        while (isRegular(in.peek())) {
            int c = in.next();
            keep(c);
            if (c >= '0' && c <= '9') {
                digits = true;
                if (!stopped) {
                    number.digit(c - '0');
                }
            } else if (c == '-' && !digits) {
                number.minus();
            } else if (c == '.' && !number.hasPoint()) {
                number.point();
            } else if (c == '-' || c == '.') {
                stopped = true;
            } else if (c != '+' || digits) {
                return rest(digits, number);
            }
        }
        value = number.build();
        return Token.NUMBER;
    }

    /** Letters behind digits, as in {@code 0.5w}: readers take the two apart where a number stands before. */
    private Token rest(boolean digits, Num.Builder number) {
        while (isRegular(in.peek())) {
            keep(in.next());
        }
        value = digits ? number.build() : Cos.NULL;
        return spell();
    }

    private Token keyword() {
        length = 0;
        while (isRegular(in.peek())) {
            keep(in.next());
        }
        return spell();
    }

    private Token spell() {
        spelled = false;
        code = 0;
        for (int i = 0; i < length && length <= 3; i++) {
            code = code << 8 | buffer[i] & 0xFF;
        }
        return Token.KEYWORD;
    }

    private Token name() {
        length = 0;
        while (isRegular(in.peek())) {
            int c = in.next();
            int high = c == '#' ? digit(in.peek()) : -1;
            int low = high < 0 ? -1 : digit(in.peek(1));
            if (low >= 0) {
                in.next();
                in.next();
                c = high << 4 | low;
            }
            keep(c);
        }
        value = new Cos.Name(text());
        return Token.NAME;
    }

    private Token hex() {
        length = 0;
        int half = -1;
        for (int c = in.next(); c != '>' && c != ByteInput.END; c = in.next()) {
            int digit = digit(c);
            if (digit >= 0) {
                if (half < 0) {
                    half = digit;
                } else {
                    keepLong(half << 4 | digit);
                    half = -1;
                }
            }
        }
        if (half >= 0) {
            keepLong(half << 4);
        }
        value = new Cos.Str(text());
        return Token.STRING;
    }

    private Token literal() {
        length = 0;
        int open = 1;
        while (true) {
            int c = in.next();
            if (c == ByteInput.END || c == ')' && --open == 0) {
                break;
            }
            if (c == '\\') {
                escape();
                continue;
            }
            if (c == '\r') {
                skip('\n');
                c = '\n';
            }
            open += c == '(' ? 1 : 0;
            keepLong(c);
        }
        value = new Cos.Str(text());
        return Token.STRING;
    }

    private void escape() {
        int c = in.next();
        switch (c) {
            case 'n' -> keepLong('\n');
            case 'r' -> keepLong('\r');
            case 't' -> keepLong('\t');
            case 'b' -> keepLong('\b');
            case 'f' -> keepLong('\f');
            case '\r' -> skip('\n');
            case '\n', ByteInput.END -> {}
            default -> {
                if (c < '0' || c > '7') {
                    keepLong(c);
                    return;
                }
                int code = c - '0';
                for (int i = 0; i < 2 && in.peek() >= '0' && in.peek() <= '7'; i++) {
                    code = code << 3 | in.next() - '0';
                }
                keepLong(code & 0xFF);
            }
        }
    }

    private void skip(int wanted) {
        if (in.peek() == wanted) {
            in.next();
        }
    }

    static int digit(int c) {
        return c >= '0' && c <= '9'
                ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    private void keep(int c) {
        if (length < LONGEST_WORD) {
            keepLong(c);
        }
    }

    private void keepLong(int c) {
        if (length == buffer.length) {
            if (length >= LONGEST_STRING) {
                throw Malformed.because("a string of more than " + LONGEST_STRING + " bytes");
            }
            buffer = Arrays.copyOf(buffer, length * 2);
        }
        buffer[length++] = (byte) c;
    }

    private String text() {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
}
