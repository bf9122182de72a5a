package jp.kiyome.quarantine.reprocess.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import jp.kiyome.quarantine.reprocess.task.Subject;

/** Opens what lies outside the store. Links are not followed: between selection and reading one may have been put there. */
public final class OutsideFile {

    private static final int BUFFER = 1 << 16;

    private OutsideFile() {}

    /** The bytes of a file or message; a compressed one may have any number of them. */
    public static InputStream open(Subject.Outside subject) throws IOException {
        Path file = Path.of(subject.place().unescaped());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("not a regular file");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), BUFFER);
        try {
            return switch (subject.reading()) {
                case WHOLE -> in;
                case GZIP -> new GZIPInputStream(in, BUFFER);
                case MBOX -> {
                    in.skipNBytes(subject.start());
                    yield new MboxMessage(in, subject.length());
                }
            };
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
