package jp.kiyome.image.png;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Walks the chunks of a PNG file in the order that PNG 5.6 sets and makes a {@link PngPicture} of those that the allow-list names. One reader, one file. */
final class PngReader {

    static final AllowList ALLOWED = AllowList.beside(PngReader.class, "png.allow");

    /** Where each IDAT holds as little as libpng's 8 KiB, this is a gigabyte and a half. */
    private static final int MAX_CHUNKS = 200_000;

    private final Content content;
    private final Session session;
    private final ChunkReader chunks;
    private final PngHeader header;
    private final SmallChunks small;
    private final AnimationReader animation;
    private final List<Chunk> image = new ArrayList<>();
    private Bytes palette = Bytes.none();
    private boolean ended;

    PngReader(Content content, Session session) {
        this.content = content;
        this.session = session;
        this.chunks = new ChunkReader(content, session);
        if (!chunks.hasNext()) {
            throw Refused.truncated("PNG without a chunk");
        }
        Chunk first = chunks.next();
        if (!first.type().equals("IHDR")) {
            throw Refused.damaged("PNG that does not begin with IHDR");
        }
        this.header = PngHeader.read(first.open(content));
        session.budget().pixels(header.width(), header.height());
        this.small = new SmallChunks(content, session, header);
        this.animation = new AnimationReader(content, session, header);
    }

    PngPicture read() {
        Chunk previous = new Chunk("IHDR", 0, 0);
        for (int count = 0; !ended && chunks.hasNext(); count++) {
            if (count > MAX_CHUNKS) {
                throw Refused.tooLarge("PNG of more than " + MAX_CHUNKS + " chunks");
            }
            Chunk chunk = chunks.next();
            read(chunk, previous);
            previous = chunk;
        }
        if (image.isEmpty()) {
            throw Refused.truncated("PNG without IDAT");
        }
        if (!ended) {
            session.found(Removed.changed("image.missing-end", "end of file"));
        }
        chunks.end();
        Optional<Integer> plays = animation.plays();
        return new PngPicture(
                header,
                palette,
                small.beforePalette(),
                small.afterPalette(),
                plays,
                animation.defaultFrame(),
                List.copyOf(image),
                animation.frames());
    }

    private void read(Chunk chunk, Chunk previous) {
        switch (chunk.type()) {
            case "IHDR" -> throw Refused.damaged("PNG with a second IHDR");
            case "PLTE" -> readPalette(chunk);
            case "IDAT" -> readImage(chunk, previous);
            case "IEND" -> {
                if (chunk.length() > 0) {
                    session.found(Removed.from("image.gap", chunk.place()));
                }
                ended = true;
            }
            case "acTL" -> animation.control(chunk, !image.isEmpty());
            case "fcTL" -> animation.frame(chunk, !image.isEmpty());
            case "fdAT" -> animation.data(chunk);
            default -> small.read(chunk, palette.length() / 3, !image.isEmpty());
        }
    }

    private void readPalette(Chunk chunk) {
        boolean fits = chunk.length() > 0 && chunk.length() % 3 == 0 && chunk.length() <= 3 * 256;
        if (header.colourType() == PngHeader.GREY || header.colourType() == PngHeader.GREY_ALPHA) {
            // readers pass over it
            session.found(Removed.from("image.misplaced-chunk", chunk.place()));
            return;
        }
        if (!fits || !palette.isEmpty() || !image.isEmpty()) {
            throw Refused.damaged("PNG palette of " + chunk.length() + " bytes, or a second or late one");
        }
        int entries = chunk.length() / 3;
        if (!header.hasPalette()) {
            // a suggestion for screens of the nineties (PNG 11.2.2); nobody follows it
            session.found(Removed.from("image.ancillary-chunk", chunk.place()));
            return;
        }
        ByteReader in = chunk.open(content);
        int most = 1 << header.depth();
        if (entries > most) {
            session.found(Removed.from("image.gap", chunk.place()));
        }
        palette = Bytes.of(in.bytes(3 * Math.min(entries, most)));
    }

    private void readImage(Chunk chunk, Chunk previous) {
        if (header.hasPalette() && palette.isEmpty()) {
            throw Refused.damaged("PNG without the palette that its pixels mean");
        }
        if (!image.isEmpty() && !previous.type().equals("IDAT")) {
            throw Refused.damaged("PNG with IDAT chunks that do not follow each other");
        }
        image.add(chunk);
    }
}
