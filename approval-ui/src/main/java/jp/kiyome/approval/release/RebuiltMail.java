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
 * Finds files in a mail that Kiyome has written: its boundaries, its base64 in lines of 76 (RFC 2045, 6.8), one file after the other.
 * Names and headers are not believed: who looks for a file knows its hash, and takes nothing else. A mail that is not as we write them
 * yields nothing. Used by one thread, once.
 */
final class RebuiltMail {

    /** What every boundary of ours begins with. */
    private static final String BOUNDARY = "--kiyome_";

    /** RFC 5322, 2.1.1, and more than any line of ours. */
    private static final int LONGEST_LINE = 1000;

    private static final String TEXT = "content-type: text/plain";
    private static final String BASE64 = "content-transfer-encoding: base64";

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
            boolean text = false;
            boolean base64 = false;
            while (line.isPresent() && !line.get().isEmpty()) {
                String field = line.get().toLowerCase(Locale.ROOT);
                text |= field.startsWith(TEXT);
                base64 |= field.equals(BASE64);
                line = line();
            }
            if (base64) {
                Optional<Leaf> leaf = leaf(text).filter(wanted);
                if (leaf.isPresent()) {
                    return leaf;
                }
            }
            line = line();
        }
        return Optional.empty();
    }

    /** The lines of a body, up to the boundary behind it or the end. */
    private Optional<Leaf> leaf(boolean text) throws IOException {
        @SuppressWarnings("resource") // The workspace's.
        Sink sink = workspace.sink();
        boolean whole = true;
        for (Optional<String> line = line();
                line.isPresent() && !line.get().startsWith(BOUNDARY) && !line.get().isEmpty();
                line = line()) {
            try {
                byte[] bytes = Base64.getDecoder().decode(line.get());
                sink.write(bytes, 0, bytes.length);
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
