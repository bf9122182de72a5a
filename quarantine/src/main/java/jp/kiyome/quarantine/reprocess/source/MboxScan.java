package jp.kiyome.quarantine.reprocess.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the messages of an mbox file (RFC 4155, appendix A): each begins behind a line that starts with {@code From }, at the
 * beginning or behind an empty line, and ends before the empty line in front of the next.
 */
final class MboxScan {

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    /** Where a message is. */
    @FunctionalInterface
    interface Found {
        void message(long start, long length);
    }

    private final Found found;
    private long at;
    private long line;
    private int matched;
    private boolean empty = true;
    private boolean behindEmpty = true;
    private long emptyLine;
    private long message = -1;
    private boolean separator;

    private MboxScan(Found found) {
        this.found = found;
    }

    static boolean begins(byte[] head) {
        for (int i = 0; i < FROM.length; i++) {
            if (i >= head.length || head[i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads to the end.
     *
     * @return false when it does not begin as an mbox file does; nothing was told then
     */
    static boolean scan(InputStream in, Found found) throws IOException {
        MboxScan scan = new MboxScan(found);
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (!scan.take(one)) {
                return false;
            }
        }
        scan.end();
        return scan.message >= 0;
    }

    private boolean take(int one) {
        at++;
        if (one == '\n') {
            return endOfLine();
        }
        if (one != '\r') {
            empty = false;
        }
        if (matched >= 0 && matched < FROM.length) {
            matched = one == FROM[matched] ? matched + 1 : -1;
        }
        if (matched == FROM.length && behindEmpty && !separator) {
            separator = true;
            tell(line == 0 ? 0 : emptyLine);
        }
        return true;
    }

    private boolean endOfLine() {
        if (separator) {
            message = at;
        } else if (message < 0) {
            return false;
        }
        behindEmpty = empty;
        emptyLine = empty ? line : emptyLine;
        line = at;
        empty = true;
        separator = false;
        matched = 0;
        return true;
    }

    private void tell(long end) {
        if (message >= 0) {
            found.message(message, Math.max(0, end - message));
        }
    }

    /** Ends with an empty line; where that is missing, with the last line. */
    private void end() {
        if (!separator) {
            tell(behindEmpty && line == at && emptyLine >= message ? emptyLine : at);
        }
    }
}
