package jp.kiyome.message.mime;

import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;

/**
 * Decodes base64 (RFC 2045 §6.8). White space does not count; a sign that is none, and anything behind the padding, is refused, for some
 * readers stop there and others read on. Not thread-safe.
 */
final class Base64Decoder {

    private static final int WHITE = -1;
    private static final int PADDING = -2;
    private static final int NONE = -3;
    private static final int[] MEANING = meaning();

    private final Content in;
    private final Sink out;
    private final Budget budget;
    private final byte[] decoded = new byte[1 << 13];
    private int filled;
    private int bits;
    private int held;
    private int signs;
    private int padding;

    Base64Decoder(Content in, Sink out, Budget budget) {
        this.in = in;
        this.out = out;
        this.budget = budget;
    }

    /**
     * Decodes all.
     *
     * @return whether the padding is not what the number of signs asks for
     */
    boolean decode() {
        byte[] window = new byte[1 << 14];
        for (long at = 0; at < in.size(); at += window.length) {
            int length = (int) Math.min(window.length, in.size() - at);
            in.copy(at, window, 0, length);
            for (int i = quick(window, 0, length); i < length; i = quick(window, i, length)) {
                sign(window[i++] & 0xFF);
            }
        }
        flush();
        int rest = signs & 3;
        return rest == 1 || padding != (4 - rest & 3);
    }

    /** Takes four signs at a time, as long as there are nothing but signs; where it stopped. */
    private int quick(byte[] window, int from, int length) {
        if (held != 0 || padding > 0) {
            return from;
        }
        int at = from;
        while (at + 4 <= length && filled + 3 <= decoded.length) {
            int four = MEANING[window[at] & 0xFF] << 18
                    | MEANING[window[at + 1] & 0xFF] << 12
                    | MEANING[window[at + 2] & 0xFF] << 6
                    | MEANING[window[at + 3] & 0xFF];
            // What is no sign is negative.
            if (four < 0) {
                break;
            }
            decoded[filled] = (byte) (four >> 16);
            decoded[filled + 1] = (byte) (four >> 8);
            decoded[filled + 2] = (byte) four;
            filled += 3;
            at += 4;
        }
        signs = signs + at - from & 0x3FFFFFFF;
        return at;
    }

    private void sign(int c) {
        int value = MEANING[c];
        if (value == WHITE) {
            return;
        }
        if (value == PADDING && padding < 2 && signs > 0) {
            padding++;
            return;
        }
        if (value < 0) {
            throw Ambiguous.encoding("byte " + c + " in base64");
        }
        if (padding > 0) {
            throw Ambiguous.encoding("base64 that goes on behind its end");
        }
        signs = signs + 1 & 0x3FFFFFFF;
        bits = bits << 6 | value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            put((byte) (bits >> held));
        }
    }

    private void put(byte value) {
        if (filled == decoded.length) {
            flush();
        }
        decoded[filled++] = value;
    }

    private void flush() {
        budget.decode(filled);
        out.write(decoded, 0, filled);
        filled = 0;
    }

    private static int[] meaning() {
        int[] meaning = new int[256];
        Arrays.fill(meaning, NONE);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            meaning[digits.charAt(i)] = i;
        }
        meaning[' '] = WHITE;
        meaning['\t'] = WHITE;
        meaning['\r'] = WHITE;
        meaning['\n'] = WHITE;
        meaning['='] = PADDING;
        return meaning;
    }
}
