package jp.kiyome.message.child;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * A text in which no reader of mail finds an address of the web to follow: {@code ://} becomes {@code [:]//}, and {@code www.} {@code
 * www[.]}. What is broken already stays as it is. Not thread-safe.
 */
final class BrokenLinks extends Reader {

    private final PushbackReader in;
    private final boolean breaks;
    private final StringBuilder ready = new StringBuilder();
    private int last = ' ';
    private long broken;

    /** @param breaks whether anything is changed at all */
    BrokenLinks(Reader in, boolean breaks) {
        this.in = new PushbackReader(in, 4);
        this.breaks = breaks;
    }

    /** Addresses that were broken until now. */
    long broken() {
        return broken;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!breaks) {
            return in.read(buffer, offset, length);
        }
        int count = 0;
        while (count < length) {
            int next = next();
            if (next < 0) {
                break;
            }
            buffer[offset + count++] = (char) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int next() throws IOException {
        if (ready.isEmpty()) {
            int c = in.read();
            if (c < 0) {
                return c;
            }
            if (c == ':' && follows("//").isPresent()) {
                breakAt("[:]//");
            } else if (Ascii.lower((char) c) == 'w' && !isWord(last)) {
                follows("ww.")
                        .ifPresentOrElse(
                                rest -> breakAt((char) c + rest.substring(0, 2) + "[.]"), () -> ready.append((char) c));
            } else {
                ready.append((char) c);
            }
        }
        last = ready.charAt(0);
        ready.deleteCharAt(0);
        return last;
    }

    private void breakAt(String instead) {
        ready.append(instead);
        broken++;
    }

    private static boolean isWord(int c) {
        return Ascii.isLetterOrDigit(c);
    }

    /** What follows, as it is written, taken where it is this in either case; else it is left. */
    private Optional<String> follows(String wanted) throws IOException {
        int read = 0;
        char[] seen = new char[wanted.length()];
        while (read < seen.length) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            seen[read++] = (char) c;
            if (Ascii.lower((char) c) != wanted.charAt(read - 1)) {
                break;
            }
        }
        String all = new String(seen, 0, read);
        if (Ascii.lower(all).equals(wanted)) {
            return Optional.of(all);
        }
        in.unread(seen, 0, read);
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
