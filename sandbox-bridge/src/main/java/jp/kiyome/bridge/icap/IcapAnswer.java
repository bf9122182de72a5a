package jp.kiyome.bridge.icap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Untrusted;

/**
 * What a final answer means. A scanner names what it found in fields that no standard knows and most use
 * (draft-stecher-icap-subid §3.6 to §3.9), or puts something else in the file's place; the file itself, sent back unchanged, is
 * the same as 204.
 */
final class IcapAnswer {

    private static final int MOST_HEADERS = 1 << 16;
    private static final List<String> NAMING = List.of("x-infection-found", "x-virus-id", "x-violations-found");
    private static final Pattern THREAT = Pattern.compile("(?:^|;)\\s*Threat=([^;]+)");
    private static final Pattern PART = Pattern.compile("(req-hdr|res-hdr|req-body|res-body|null-body)=([0-9]{1,6})");

    private final IcapMode mode;
    private final Content content;

    IcapAnswer(IcapMode mode, Content content) {
        this.mode = mode;
        this.content = content;
    }

    /**
     * Reads the rest of an answer.
     *
     * @param head that was read already
     * @param in behind it, buffered
     */
    Verdict read(Head head, InputStream in) throws IOException {
        Optional<String> name = named(head);
        if (name.isPresent()) {
            return Verdict.threat(name.get());
        }
        int status = head.status("ICAP/1.0");
        return switch (status) {
            case 204 -> Verdict.nothingFound();
            case 200 -> isUnchanged(head, in) ? Verdict.nothingFound() : Verdict.threat("replaced by the scanner");
            case 408, 504 -> Verdict.notScanned(WhyNotScanned.TIME_OUT, head.firstLine());
            case 502, 503 -> Verdict.notScanned(WhyNotScanned.SOURCE_DOWN, head.firstLine());
            case 413 -> Verdict.notScanned(WhyNotScanned.TOO_LARGE, head.firstLine());
            default -> Verdict.notScanned(WhyNotScanned.REFUSED, head.firstLine());
        };
    }

    private static Optional<String> named(Head head) {
        for (String field : NAMING) {
            List<String> values = head.fields().getOrDefault(field, List.of());
            if (!values.isEmpty()) {
                String value = values.getFirst();
                Matcher threat = THREAT.matcher(value);
                return Optional.of(threat.find() ? threat.group(1).strip() : field + ": " + value);
            }
        }
        return Optional.empty();
    }

    private boolean isUnchanged(Head head, InputStream in) throws IOException {
        String parts = head.field("encapsulated")
                .orElseThrow(() -> new Unanswered(WhyNotScanned.PROTOCOL, "200 without Encapsulated"));
        int headers = -1;
        String last = "";
        int before = -1;
        for (String part : parts.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches() || headers >= 0 || Integer.parseInt(matcher.group(2)) < before) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "Encapsulated: " + Untrusted.of(parts));
            }
            before = Integer.parseInt(matcher.group(2));
            last = matcher.group(1);
            headers = last.endsWith("-body") ? before : -1;
        }
        if (headers < 0 || headers > MOST_HEADERS) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "Encapsulated: " + Untrusted.of(parts));
        }
        byte[] heads = in.readNBytes(headers);
        if (heads.length < headers) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "heads without an end");
        }
        String ours =
                switch (mode) {
                    case REQMOD -> "req-body";
                    case RESPMOD -> "res-body";
                };
        return last.equals(ours) && isOurs(heads) && sameBody(new ChunkedStream(in));
    }

    /** Whether the HTTP message is still a request, or still a response that says all is well. */
    private boolean isOurs(byte[] heads) throws IOException {
        HeadReader reader = new HeadReader(new ByteArrayInputStream(heads));
        return switch (mode) {
            case REQMOD -> reader.read().firstLine().startsWith("POST ");
            case RESPMOD -> {
                Head first = reader.read();
                Head response = first.firstLine().startsWith("HTTP/") ? first : reader.read();
                yield response.status("HTTP/1.1") == 200;
            }
        };
    }

    private boolean sameBody(InputStream body) throws IOException {
        byte[] theirs = new byte[8192];
        byte[] ours = new byte[8192];
        long at = 0;
        for (int read = body.read(theirs); read >= 0; read = body.read(theirs)) {
            if (read > content.size() - at) {
                return false;
            }
            content.copy(at, ours, 0, read);
            if (!Arrays.equals(theirs, 0, read, ours, 0, read)) {
                return false;
            }
            at += read;
        }
        return at == content.size();
    }
}
