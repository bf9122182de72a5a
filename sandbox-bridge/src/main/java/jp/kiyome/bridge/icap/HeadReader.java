package jp.kiyome.bridge.icap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.text.Ascii;

/** Reads heads strictly (RFC 9112 §2.2, §5, which ICAP follows): lines end with CR LF, nothing is endless. */
final class HeadReader {

    private static final int MOST_LINE = 8192;
    private static final int MOST_LINES = 100;
    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private final InputStream in;

    /** @param in buffered */
    HeadReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads up to the empty line.
     *
     * @throws EOFException when the stream ends before the first byte
     * @throws Unanswered for anything that is not a head
     */
    Head read() throws IOException {
        String first = line(true);
        Map<String, List<String>> fields = new TreeMap<>();
        List<String> last = List.of();
        int count = 0;
        for (String line = line(false); !line.isEmpty(); line = line(false)) {
            if (++count > MOST_LINES) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "a head without an end");
            }
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fold(last, line.strip());
            } else {
                last = fields.computeIfAbsent(name(line), any -> new ArrayList<>());
                last.add(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new Head(first, fields);
    }

    /** Scanners write what they found in X-Violations-Found line below line. */
    private static void fold(List<String> values, String more) {
        if (values.isEmpty()) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "nothing to go on: " + more);
        }
        values.add(values.removeLast() + " " + more);
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.substring(0, colon))) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not a header field: " + line);
        }
        return Ascii.lower(line.substring(0, colon));
    }

    private static boolean isToken(String text) {
        return text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || TOKEN.indexOf(c) >= 0);
    }

    /** A line without its end. */
    String line(boolean mayEnd) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                if (mayEnd && line.isEmpty()) {
                    throw new EOFException("closed before an answer");
                }
                throw new Unanswered(WhyNotScanned.PROTOCOL, "a line without an end");
            }
            if ((c < ' ' && c != '\t') || c == 0x7F || line.length() == MOST_LINE) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "not a line: " + line);
            }
            line.append((char) c);
        }
        if (in.read() != '\n') {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "CR without LF");
        }
        return line.toString();
    }
}
