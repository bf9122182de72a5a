package jp.kiyome.image.png;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Gathers the chunks of an animation and holds them to PNG 11.3.6: right order, right count, sequence numbers without a gap. Not for sharing. */
final class AnimationReader {

    private final Content content;
    private final Session session;
    private final PngHeader header;
    private final List<PngPicture.Frame> frames = new ArrayList<>();
    private final List<Chunk> data = new ArrayList<>();
    private Optional<FrameControl> defaultFrame = Optional.empty();
    private Optional<FrameControl> open = Optional.empty();
    private Optional<Integer> plays = Optional.empty();
    private int frameCount;
    private long nextSequence;

    AnimationReader(Content content, Session session, PngHeader header) {
        this.content = content;
        this.session = session;
        this.header = header;
    }

    void control(Chunk chunk, boolean afterImage) {
        if (chunk.length() != 8 || plays.isPresent() || afterImage) {
            throw Refused.damaged("PNG acTL that is late, not alone or not eight bytes long");
        }
        ByteReader in = chunk.open(content);
        frameCount = in.i32be();
        int count = in.i32be();
        if (frameCount < 1 || count < 0) {
            throw Refused.damaged("PNG animation of " + frameCount + " frames");
        }
        plays = Optional.of(count);
    }

    void frame(Chunk chunk, boolean afterImage) {
        ByteReader in = sequenced(chunk);
        FrameControl control = FrameControl.read(in, header);
        if (!afterImage) {
            if (defaultFrame.isPresent() || !control.covers(header)) {
                throw Refused.damaged("PNG animation whose first frame is not the picture");
            }
            defaultFrame = Optional.of(control);
            return;
        }
        closeFrame();
        session.budget().pixels(control.width(), control.height());
        open = Optional.of(control);
    }

    void data(Chunk chunk) {
        sequenced(chunk);
        if (open.isEmpty()) {
            throw Refused.damaged("PNG fdAT without fcTL");
        }
        data.add(chunk);
    }

    private ByteReader sequenced(Chunk chunk) {
        ByteReader in = chunk.open(content);
        if (plays.isEmpty() || in.u32be() != nextSequence++) {
            throw Refused.damaged("PNG animation chunk out of sequence");
        }
        return in;
    }

    private void closeFrame() {
        open.ifPresent(control -> {
            if (data.isEmpty()) {
                throw Refused.truncated("PNG animation frame without data");
            }
            frames.add(new PngPicture.Frame(control, List.copyOf(data)));
            data.clear();
        });
        open = Optional.empty();
    }

    Optional<Integer> plays() {
        return plays;
    }

    Optional<FrameControl> defaultFrame() {
        return defaultFrame;
    }

    List<PngPicture.Frame> frames() {
        closeFrame();
        int found = frames.size() + (defaultFrame.isPresent() ? 1 : 0);
        if (found != frameCount) {
            throw Refused.damaged("PNG animation of " + found + " frames instead of " + frameCount);
        }
        return List.copyOf(frames);
    }
}
