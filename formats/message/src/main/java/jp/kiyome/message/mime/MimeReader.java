package jp.kiyome.message.mime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * Takes a message apart, strictly: where RFC 2045, 2046 and 2231 say one thing and readers in use do another, the message is refused as
 * ambiguous. Messages inside are not opened. What it gives holds slices of the content, no copies.
 *
 * <p>Not thread-safe.
 */
public final class MimeReader {

    private static final ContentType TEXT = ContentType.implied("text", "plain");
    private static final ContentType MESSAGE = ContentType.implied("message", "rfc822");

    private final Content content;
    private final Budget budget;
    private final Set<Long> delimiters = new HashSet<>();
    private final List<Long> near = new ArrayList<>();
    private int parts;

    private MimeReader(Content content, Budget budget) {
        this.content = content;
        this.budget = budget;
    }

    /**
     * Reads a whole message.
     *
     * @throws jp.kiyome.core.finding.Refusal with {@code message.ambiguous-…} or {@code message.limit}
     */
    public static MimePart read(Content content, Budget budget) {
        return read(content, budget, "");
    }

    /**
     * Reads a part that was wrapped in another way.
     *
     * @param place where it stands in the message
     */
    public static MimePart read(Content content, Budget budget, String place) {
        MimeReader reader = new MimeReader(content, budget);
        MimePart message = reader.part(0, content.size(), place, TEXT, 0);
        for (long line : reader.near) {
            if (!reader.delimiters.contains(line)) {
                throw Ambiguous.boundary("a line at " + line + " is nearly a delimiter");
            }
        }
        return message;
    }

    /** The header of a message alone. */
    public static Header header(Content content) {
        return HeaderReader.read(content, 0, content.size()).header();
    }

    private MimePart part(long from, long to, String path, ContentType implied, int depth) {
        MimeLimits.check(depth, MimeLimits.DEPTH, "depth");
        MimeLimits.check(++parts, MimeLimits.PARTS, "parts");
        budget.entries(1);
        HeaderReader.Read read = HeaderReader.read(content, from, to);
        Header header = read.header();
        ContentType type = header.single("content-type")
                .map(f -> ContentType.of(f, implied))
                .orElse(implied);
        Disposition disposition = Disposition.of(header.single("content-disposition"));
        Transfer transfer = Transfer.of(header.single("content-transfer-encoding"));
        if (!type.isMultipart()) {
            return leaf(path, header, type, disposition, transfer, read.body(), to);
        }
        Optional<String> boundary = Boundary.of(type);
        if (transfer != Transfer.IDENTITY) {
            throw Ambiguous.encoding("an encoded multipart: " + transfer);
        }
        if (boundary.isEmpty()) {
            return undivided(path, header, disposition, read.body(), to);
        }
        return multipart(path, header, type, disposition, boundary.get(), read.body(), to, depth);
    }

    private MimePart multipart(
            String path,
            Header header,
            ContentType type,
            Disposition disposition,
            String boundary,
            long body,
            long to,
            int depth) {
        Delimiters found = Delimiters.find(content, body, to, boundary, budget);
        delimiters.addAll(found.lines());
        near.addAll(found.near());
        MimeLimits.check(near.size(), MimeLimits.NEAR, "lines like delimiters");
        if (found.lines().isEmpty()) {
            return undivided(path, header, disposition, body, to);
        }
        if (Suspicion.parts(content, body, found.preamble()) || Suspicion.parts(content, found.epilogue(), to)) {
            throw Ambiguous.structure("parts before the first or behind the last delimiter");
        }
        ContentType implied = type.subtype().equals("digest") ? MESSAGE : TEXT;
        List<MimePart> inner = new ArrayList<>();
        for (Delimiters.Span span : found.parts()) {
            if (!span.isEmpty()) {
                String number = Integer.toString(inner.size() + 1);
                String place = path.isEmpty() ? number : path + "." + number;
                inner.add(part(span.from(), span.to(), place, implied, depth + 1));
            }
        }
        boolean dropped = Suspicion.anything(content, body, found.preamble())
                || Suspicion.anything(content, found.epilogue(), to);
        return new MimePart.Multipart(path, header, type, disposition, inner, !found.closed(), dropped);
    }

    /** A multipart in which no delimiter stands: what it holds is text. */
    private MimePart undivided(String path, Header header, Disposition disposition, long body, long to) {
        if (Suspicion.parts(content, body, to)) {
            throw Ambiguous.boundary("parts without their delimiter");
        }
        return leaf(path, header, TEXT, disposition, Transfer.IDENTITY, body, to);
    }

    private MimePart leaf(
            String path,
            Header header,
            ContentType type,
            Disposition disposition,
            Transfer transfer,
            long body,
            long to) {
        Content raw = content.slice(Math.min(body, to), Math.max(0, to - body));
        boolean plain = transfer == Transfer.IDENTITY && !type.isMessage();
        if (plain && Suspicion.beginsAsPart(raw)) {
            throw Ambiguous.structure("a body that begins as a part");
        }
        return new MimePart.Leaf(path, header, type, disposition, transfer, raw);
    }
}
