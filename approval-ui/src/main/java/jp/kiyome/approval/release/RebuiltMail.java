package jp.kiyome.approval.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;

/**
 * Finds files in a mail that Kiyome has written: its boundaries, its base64 in lines of 76 (RFC 2045, 6.8), its lines of seven bits.
 * Names and headers are not believed: who looks for a file knows its hash, and takes nothing else. A mail that is not as we write them
 * yields nothing. Used by one thread, once.
 */
final class RebuiltMail {

    /** What every boundary of ours begins with. */
    private static final String BOUNDARY = "--kiyome_";

    /** RFC 5322, 2.1.1, and more than any line of ours. */
    private static final int LONGEST_LINE = 1000;

    private static final String TEXT = "\ncontent-type: text/plain";
    private static final String PARTS = "\ncontent-type: multipart/";
    private static final String WHOLE_MAIL = "\ncontent-type: message/rfc822";
    private static final String BASE64 = "\ncontent-transfer-encoding: base64\n";
    private static final String QUOTED = "\ncontent-transfer-encoding: quoted-printable\n";

    private final InputStream mail;
    private final Workspace workspace;

    RebuiltMail(InputStream mail, Workspace workspace) {
        this.mail = new BufferedInputStream(mail);
        this.workspace = workspace;
    }

    /**
     * A file in it.
     *
     * @param text whether it is what a person wrote, or a text attached
     */
    record Leaf(boolean text, Content content) {}

    /** The first file that is wanted. */
    Optional<Leaf> first(Predicate<Leaf> wanted) throws IOException {
        Optional<String> line = line();
        while (line.isPresent()) {
            StringBuilder header = new StringBuilder("\n");
            while (line.isPresent() && !line.get().isEmpty()) {
                header.append(line.get().toLowerCase(Locale.ROOT)).append('\n');
                line = line();
            }
            String fields = header.toString();
            if (!fields.contains(WHOLE_MAIL)) {
                Optional<Leaf> leaf = leaf(fields.contains(TEXT), fields.contains(BASE64));
                if (leaf.filter(wanted).isPresent() && !fields.contains(QUOTED) && !fields.contains(PARTS)) {
                    return leaf;
                }
            }
            line = line();
        }
        return Optional.empty();
    }

    /** The lines of a body, up to the boundary behind it or the end. */
    private Optional<Leaf> leaf(boolean text, boolean base64) throws IOException {
        @SuppressWarnings("resource") // The workspace's.
        Sink sink = workspace.sink();
        boolean whole = true;
        // The end of line before a boundary is the boundary's (RFC 2046, 5.1.1).
        String between = "";
        for (Optional<String> line = line(); line.isPresent() && !line.get().startsWith(BOUNDARY); line = line()) {
            try {
                byte[] bytes = base64
                        ? Base64.getDecoder().decode(line.get())
                        : (between + line.get()).getBytes(StandardCharsets.ISO_8859_1);
                sink.write(bytes, 0, bytes.length);
                between = "\r\n";
            } catch (IllegalArgumentException e) {
                // No line of ours; nothing of it is handed out.
                whole = false;
            }
        }
        Content content = sink.finish();
        return whole ? Optional.of(new Leaf(text, content)) : Optional.empty();
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = mail.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
            line.write(next);
            next = mail.read();
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\\r$", ""));
    }
}
