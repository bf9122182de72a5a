package jp.kiyome.pdf.read;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Lexer;

/** Settles how long a stream is: as its Length says when {@code endstream} stands there, else up to that word (7.3.8). */
final class StreamEnd {

    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT_END = "endobj".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_CHECK = 1 << 20;

    private final Content content;
    private final Budget budget;

    StreamEnd(Content content, Budget budget) {
        this.content = content;
        this.budget = budget;
    }

    /** Takes {@code named}: what the dictionary says; negative for nothing */
    long length(long start, long named) {
        if (named >= 0 && named <= content.size() - start && endsAt(start + named)) {
            return named;
        }
        return searched(start);
    }

    private boolean endsAt(long at) {
        long word = at;
        while (word < content.size() && word < at + 4 && Lexer.isSpace(content.byteAt(word))) {
            word++;
        }
        return stands(END, word) || stands(OBJECT_END, word);
    }

    private boolean stands(byte[] word, long at) {
        if (at + word.length > content.size()) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (content.byteAt(at + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private long searched(long start) {
        ByteInput in = ByteInput.of(content.slice(start, content.size() - start).stream());
        long end = content.size();
        for (int c = in.next(); c != ByteInput.END; c = in.next()) {
            if (c == 'e' && in.peek() == 'n') {
                long at = start + in.position() - 1;
                if (stands(END, at) || stands(OBJECT_END, at)) {
                    end = at;
                    break;
                }
            }
            if ((in.position() & TIME_CHECK - 1) == 0) {
                budget.checkTime();
            }
        }
        // Streams without an end must not be read again and again without end.
        budget.decode(end - start);
        if (end > start && content.byteAt(end - 1) == '\n') {
            end--;
        }
        if (end > start && content.byteAt(end - 1) == '\r') {
            end--;
        }
        return end - start;
    }
}
