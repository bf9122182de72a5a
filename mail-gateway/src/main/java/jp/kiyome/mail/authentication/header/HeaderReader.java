package jp.kiyome.mail.authentication.header;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/**
 * Reads headers that everybody reads alike (RFC 5322 §2.2): lines end with CR LF and with nothing else, no NUL, each field has a name
 * of printable ASCII with the colon right behind it, or blanks as old mailers wrote them. Whatever else there is, and whatever is
 * larger than the limits, makes the whole header unreadable.
 */
public final class HeaderReader {

    private static final int MOST_BYTES = 512 << 10;
    private static final int MOST_FIELDS = 2_000;

    private final InputStream in;
    private final List<HeaderField> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private long start;
    private long read;

    private HeaderReader(InputStream in) {
        this.in = in;
    }

    /** Empty for a header that is broken or too large. */
    public static Optional<MailHeader> read(Content mail) {
        try (InputStream in = mail.stream()) {
            return new HeaderReader(in).header(mail.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<MailHeader> header(long size) throws IOException {
        while (read < size) {
            long at = read;
            Optional<String> line = line();
            if (line.isEmpty() || fields.size() > MOST_FIELDS) {
                return Optional.empty();
            }
            boolean folded = line.get().startsWith(" ") || line.get().startsWith("\t");
            if (folded && !field.isEmpty()) {
                field.append("\r\n").append(line.get());
            } else if (folded || !finished()) {
                return Optional.empty();
            } else if (line.get().isEmpty()) {
                return Optional.of(new MailHeader(fields, read));
            } else {
                field.append(line.get());
                start = at;
            }
        }
        return finished() ? Optional.of(new MailHeader(fields, read)) : Optional.empty();
    }

    /** The field that was read last is whole; false where it is none. */
    private boolean finished() {
        if (field.isEmpty()) {
            return true;
        }
        String raw = field.toString();
        field.setLength(0);
        int colon = raw.indexOf(':');
        String name = colon < 0 ? "" : raw.substring(0, colon).replaceFirst("[ \t]+$", "");
        if (name.isEmpty() || !name.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return false;
        }
        fields.add(new HeaderField(raw, name, start));
        return true;
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(100);
        while (read < MOST_BYTES) {
            int next = in.read();
            read++;
            if (next == '\r') {
                read++;
                return in.read() == '\n' ? Optional.of(line.toString(StandardCharsets.ISO_8859_1)) : Optional.empty();
            }
            if (next <= 0 || next == '\n') {
                return Optional.empty();
            }
            line.write(next);
        }
        return Optional.empty();
    }
}
