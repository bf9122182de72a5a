package jp.kiyome.office.rtf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.output.ComparedOutput;

/**
 * Rebuilds Rich Text Format, token by token and in a fixed amount of memory. Threads may share it.
 *
 * <p>Source: Rich Text Format (RTF) Specification 1.9.1.
 */
public final class RtfHandler implements Handler {

    private static final FileType RTF = FileType.of("rtf", "application/rtf", "rtf");
    /** Word opens a file that begins so, whatever letters follow. */
    private static final byte[] BEGINNING = {'{', '\\', 'r', 't'};

    @Override
    public List<FileType> types() {
        return List.of(RTF);
    }

    @Override
    public List<PolicyOption> options() {
        return RtfOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (content.size() < BEGINNING.length) {
            return Optional.empty();
        }
        for (int i = 0; i < BEGINNING.length; i++) {
            if (content.byteAt(i) != BEGINNING[i]) {
                return Optional.empty();
            }
        }
        return Optional.of(RTF);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        run(content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        run(output, new ComparedOutput(output), session);
    }

    private static void run(Content content, OutputStream to, Session session) {
        try (InputStream in = content.stream();
                to) {
            RtfWriter out = new RtfWriter(to);
            new RtfRebuild(new RtfTokens(in, session.budget()), out, session).run();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
