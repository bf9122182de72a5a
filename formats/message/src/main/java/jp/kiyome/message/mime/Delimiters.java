package jp.kiyome.message.mime;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * Where the delimiters of one boundary stand (RFC 2046 §5.1.1).
 *
 * @param parts the stretches between them
 * @param preamble the end of what stands before the first
 * @param epilogue the beginning of what stands behind the last
 * @param lines where lines with a delimiter begin
 * @param near where lines begin that begin as a delimiter and go on
 * @param closed whether the last delimiter is there
 */
record Delimiters(List<Span> parts, long preamble, long epilogue, List<Long> lines, List<Long> near, boolean closed) {

    /** From a byte to before another. */
    record Span(long from, long to) {

        boolean isEmpty() {
            return to <= from;
        }
    }

    private static final int STEPS = 1 << 14;

    static Delimiters find(Content content, long from, long to, String boundary, Budget budget) {
        byte[] delimiter = Boundary.delimiter(boundary);
        List<Span> parts = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        List<Long> near = new ArrayList<>();
        Lines lines = new Lines(content, from, to);
        long open = -1;
        long before = from;
        long preamble = to;
        long epilogue = to;
        boolean closed = false;
        int steps = 0;
        for (; lines.next(); before = lines.end()) {
            if (++steps % STEPS == 0) {
                budget.checkTime();
            }
            Kind kind = kind(lines, delimiter);
            if (kind == Kind.NONE) {
                continue;
            }
            if (kind == Kind.NEAR) {
                near.add(lines.start());
                MimeLimits.check(near.size(), MimeLimits.NEAR, "lines like delimiters");
                continue;
            }
            if (closed) {
                throw Ambiguous.boundary("a delimiter behind the last: " + boundary);
            }
            found.add(lines.start());
            if (open >= 0) {
                parts.add(new Span(open, Math.max(open, before)));
            } else {
                preamble = lines.start();
            }
            MimeLimits.check(parts.size(), MimeLimits.PARTS, "parts");
            open = lines.after();
            closed = kind == Kind.CLOSE;
            epilogue = lines.after();
        }
        if (open >= 0 && !closed) {
            parts.add(new Span(open, to));
            epilogue = to;
        }
        return new Delimiters(parts, preamble, epilogue, found, near, closed);
    }

    private enum Kind {
        NONE,
        NEAR,
        OPEN,
        CLOSE
    }

    private static Kind kind(Lines line, byte[] delimiter) {
        if (line.length() < delimiter.length) {
            return Kind.NONE;
        }
        if (!line.startsWith(delimiter)) {
            return broken(line) || disguised(line, delimiter) ? Kind.NEAR : Kind.NONE;
        }
        String rest = line.text(delimiter.length + 256).substring(delimiter.length);
        boolean close = rest.startsWith("--");
        String padding = close ? rest.substring(2) : rest;
        if (padding.chars().allMatch(c -> c == ' ' || c == '\t')) {
            return close ? Kind.CLOSE : Kind.OPEN;
        }
        return Kind.NEAR;
    }

    /** Dashes with a control between: some readers leave it out, and see a delimiter. */
    private static boolean broken(Lines line) {
        if (line.at(0) != '-' || line.at(1) != '-' || line.length() > 300) {
            return false;
        }
        return line.text(300).chars().anyMatch(c -> c < ' ' && c != '\t');
    }

    /** With blanks, controls or a lone CR before it. */
    private static boolean disguised(Lines line, byte[] delimiter) {
        int first = line.at(0);
        boolean blank = first <= ' ' || first == 0x7F;
        boolean shortEnough = line.length() < delimiter.length + 512L;
        if (!blank && !shortEnough) {
            return false;
        }
        String text = line.text(delimiter.length + 512);
        String wanted = new String(delimiter, java.nio.charset.StandardCharsets.US_ASCII);
        int at = text.indexOf(wanted);
        return at > 0 && text.substring(0, at).chars().allMatch(c -> c <= ' ' || c == 0x7F)
                || at > 0 && text.charAt(at - 1) == '\r';
    }
}
