package jp.kiyome.image.webp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.exif.Exif;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.icc.IccProfile;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Walks the chunks of a WebP file (RFC 9649 section 2) and makes a {@link WebpPicture} of those that the allow-list names. One reader, one file. */
final class WebpReader {

    private static final AllowList ALLOWED = AllowList.beside(WebpReader.class, "webp.allow");
    private static final int RIFF_HEAD = 12;

    private final Content content;
    private final Session session;
    private final FrameReader frameReader;
    private final List<WebpPicture.Frame> frames = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<WebpPicture.Animation> animation = Optional.empty();
    private Optional<WebpChunk> plane = Optional.empty();
    private IccProfile profile = IccProfile.NONE;
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean extended;
    private boolean animated;
    private int width;
    private int height;

    WebpReader(Content content, Session session) {
        this.content = content;
        this.session = session;
        this.frameReader = new FrameReader(content, session);
    }

    WebpPicture read() {
        List<WebpChunk> chunks = ChunkWalk.list(content, RIFF_HEAD, riffEnd(), session);
        if (chunks.isEmpty()) {
            throw Refused.truncated("WebP without a chunk");
        }
        extended = chunks.getFirst().name().equals("VP8X");
        for (WebpChunk chunk : chunks) {
            read(chunk);
        }
        if (frames.isEmpty() || (animated && animation.isEmpty())) {
            throw Refused.truncated("WebP without an image");
        }
        if (!extended) {
            width = frames.getFirst().width();
            height = frames.getFirst().height();
        }
        for (WebpPicture.Frame frame : frames) {
            requireInside(frame);
        }
        return new WebpPicture(width, height, profile, orientation, animation, List.copyOf(frames));
    }

    private long riffEnd() {
        ByteReader in = new ByteReader(content);
        in.skip(4);
        long end = 8 + in.u32le();
        if (end < RIFF_HEAD) {
            throw Refused.damaged("WebP with a RIFF size of " + (end - 8));
        }
        if (end < content.size() - (end & 1)) {
            session.found(
                    Removed.from("image.trailing-data", "offset " + end + ", " + (content.size() - end) + " bytes"));
        } else if (end > content.size()) {
            session.found(Removed.changed("image.missing-end", "RIFF size"));
        }
        return Math.min(end, content.size());
    }

    private void read(WebpChunk chunk) {
        AllowList.Entry rule = ALLOWED.entry(chunk.name());
        if (rule.rule() == AllowList.Rule.DROP) {
            session.found(Removed.from(rule.argument(), chunk.place()));
            return;
        }
        boolean image = chunk.name().startsWith("VP8") && !chunk.name().equals("VP8X");
        boolean misplaced = !chunk.name().equals("ANMF") && !seen.add(image ? "image" : chunk.name());
        boolean useless = image ? animated : (!extended || (chunk.name().equals("ALPH") && !frames.isEmpty()));
        if (misplaced || useless || (chunk.name().equals("ANMF") && !animated)) {
            session.found(Removed.from("image.misplaced-chunk", chunk.place()));
            return;
        }
        ByteReader in = chunk.open(content);
        switch (chunk.name()) {
            case "VP8X" -> readCanvas(in);
            case "ANIM" -> animation = Optional.of(new WebpPicture.Animation(in.u32le(), in.u16le()));
            case "ANMF" -> frames.add(frameReader.animated(chunk));
            case "ALPH" -> plane = Optional.of(chunk);
            case "VP8", "VP8L" -> frames.add(frameReader.still(plane, chunk));
            case "ICCP" ->
                profile = IccProfile.rebuild(
                        in.bytes((int) Math.min(in.remaining(), IccProfile.MAX_BYTES)),
                        IccProfile.Space.RGB,
                        session,
                        chunk.place());
            case "EXIF" -> readExif(in, chunk);
            default -> throw new IllegalStateException("no reader for " + chunk.name());
        }
    }

    private void readCanvas(ByteReader in) {
        int flags = in.u8();
        in.skip(3);
        width = 1 + (in.u16le() | in.u8() << 16);
        height = 1 + (in.u16le() | in.u8() << 16);
        animated = (flags & 2) != 0;
        if (animated) {
            session.budget().pixels(width, height);
        }
    }

    private void readExif(ByteReader in, WebpChunk chunk) {
        byte[] data = in.bytes((int) in.remaining());
        boolean jpegHead = data.length > 6 && data[0] == 'E' && data[1] == 'x' && data[4] == 0;
        byte[] tiff = jpegHead ? java.util.Arrays.copyOfRange(data, 6, data.length) : data;
        orientation = Exif.read(tiff).orientation();
        if (jpegHead || !Exif.isMinimal(tiff)) {
            session.found(Removed.from("image.exif", chunk.place()));
        }
    }

    private void requireInside(WebpPicture.Frame frame) {
        boolean inside = frame.x() + frame.width() <= width && frame.y() + frame.height() <= height;
        boolean whole = frame.width() == width && frame.height() == height;
        if (!inside || (!animated && !whole)) {
            throw Refused.damaged("WebP frame that does not fit its canvas of " + width + "x" + height);
        }
    }
}
