package jp.kiyome.archive.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.kiyome.archive.stream.ComparingStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds files that are compressed as a whole: unpacks, sends what is inside the whole way, and packs again. Stateless. */
public final class FrameHandler implements Handler {

    private static final Frame GZIP = new GzipFrame();
    private static final List<Frame> FRAMES =
            List.of(GZIP, new Bzip2Frame(), new XzFrame(), new ZstdFrame(), new CompressFrame(GZIP));

    @Override
    public List<FileType> types() {
        return FRAMES.stream().map(Frame::type).toList();
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Optional.empty();
    }

    /** Asked last, for other formats come compressed as a whole too, such as pictures. */
    @Override
    public Optional<FileType> recognizeText(String name, Content content, Budget budget) {
        return FRAMES.stream()
                .filter(frame -> frame.begins(content))
                .map(Frame::type)
                .findFirst();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        Frame frame = of(type);
        Frame written = frame.written();
        if (!written.type().equals(type)) {
            session.converts(written.type());
            String how = frame.type() + " → " + written.type();
            session.found(Finding.of("archive.converted", Action.CHANGED, Location.wholeFile(), how));
        }
        encode(written, inside(frame, content, session), out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Frame frame = of(type);
        ComparingStream compared = new ComparingStream(output);
        encode(frame, inside(frame, output, session), compared);
        compared.requireEnd();
    }

    private static Content inside(Frame frame, Content content, Session session) {
        Sink plain = session.scratch();
        try {
            frame.decode(content, new SpentOutput(plain, session.budget()), session);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            // The library's decoders say so in these ways.
            throw Refusal.of("frame.broken", frame.type() + ": " + broken.getMessage());
        }
        String name = InnerName.of(session.name(), frame.type());
        return switch (session.child(name, plain.finish(), Session.ANY_PART)) {
            case Nested.Clean clean -> {
                if (!InnerName.fits(name, clean.name())) {
                    throw Refusal.of("frame.name", name + " → " + clean.name().name());
                }
                yield clean.content();
            }
            case Nested.Refused refused -> throw Refusal.of(refused.reason().code(), Location.ofPart(name), "");
        };
    }

    private static void encode(Frame frame, Content content, OutputStream out) {
        try {
            frame.encode(content, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frame of(FileType type) {
        return FRAMES.stream()
                .filter(frame -> frame.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of this handler: " + type));
    }
}
