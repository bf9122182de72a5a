package jp.kiyome.image.gif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Walks the blocks of a GIF file (GIF89a appendix B) and makes a {@link GifPicture} of those that the allow-list names. One reader, one file. */
final class GifReader {

    static final AllowList ALLOWED = AllowList.beside(GifReader.class, "gif.allow");

    /** More than an hour of film at 25 frames a second; what a list of frames may cost on the heap. */
    private static final int MAX_FRAMES = 100_000;

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private final ByteReader in;
    private final Session session;
    private final List<GifPicture.Frame> frames = new ArrayList<>();
    private Optional<GifPicture.Control> control = Optional.empty();
    private Optional<Integer> loops = Optional.empty();
    private ColourTable global = ColourTable.NONE;

    GifReader(Content content, Session session) {
        this.in = new ByteReader(content);
        this.session = session;
    }

    GifPicture read() {
        String signature = new String(in.bytes(6), StandardCharsets.ISO_8859_1);
        if (!signature.equals("GIF87a") && !signature.equals("GIF89a")) {
            throw Refused.damaged("GIF without its signature");
        }
        int width = in.u16le();
        int height = in.u16le();
        int packed = in.u8();
        int background = in.u8();
        int aspect = in.u8();
        global = ColourTable.read(in, packed);
        while (readBlock()) {
            session.budget().checkTime();
        }
        if (frames.isEmpty()) {
            throw Refused.truncated("GIF without a frame");
        }
        // screens of size 0 are as large as their first frame to every viewer
        GifPicture.Frame first = frames.getFirst();
        return new GifPicture(
                width > 0 ? width : first.x() + first.width(),
                height > 0 ? height : first.y() + first.height(),
                global,
                background < global.colours() ? background : 0,
                aspect,
                loops,
                List.copyOf(frames));
    }

    /** Reads one block; false behind the last. */
    private boolean readBlock() {
        if (in.remaining() == 0) {
            session.found(Removed.changed("image.missing-end", "end of file"));
            return false;
        }
        long at = in.position();
        switch (in.u8()) {
            case IMAGE -> readFrame();
            case EXTENSION -> readExtension("offset " + at);
            case TRAILER -> {
                if (in.remaining() > 0) {
                    session.found(Removed.from(
                            "image.trailing-data", "offset " + in.position() + ", " + in.remaining() + " bytes"));
                }
                return false;
            }
            case 0 -> session.found(Removed.from("image.gap", "offset " + at));
            default -> {
                if (frames.isEmpty()) {
                    throw Refused.damaged("GIF block of an unknown kind at offset " + at);
                }
                // viewers stop here
                session.found(Removed.from("image.trailing-data", "offset " + at + ", " + (in.end() - at) + " bytes"));
                return false;
            }
        }
        return true;
    }

    private void readFrame() {
        if (frames.size() >= MAX_FRAMES) {
            throw Refused.tooLarge("GIF of more than " + MAX_FRAMES + " frames");
        }
        int x = in.u16le();
        int y = in.u16le();
        int width = in.u16le();
        int height = in.u16le();
        int packed = in.u8();
        ColourTable local = ColourTable.read(in, packed);
        int codeSize = in.u8();
        if (width == 0 || height == 0 || codeSize < 1 || codeSize > 8 || (local.none() && global.none())) {
            throw Refused.damaged("GIF frame of " + width + "x" + height + ", code size " + codeSize);
        }
        session.budget().pixels(width, height);
        frames.add(new GifPicture.Frame(
                control, x, y, width, height, (packed & 0x40) != 0, local, codeSize, in.position()));
        control = Optional.empty();
        skipSubBlocks();
    }

    private void readExtension(String where) {
        int label = in.u8();
        switch (label) {
            case 0xF9 -> readControl(where);
            case 0xFF -> readApplication(where);
            case 0xFE -> drop("Comment", where);
            case 0x01 -> {
                drop("PlainText", where);
                control = Optional.empty();
            }
            default -> drop("*", where);
        }
    }

    private void drop(String key, String where) {
        session.found(Removed.from(ALLOWED.entry(key).argument(), where));
        skipSubBlocks();
    }

    private void readControl(String where) {
        int size = in.u8();
        if (size != 4) {
            in.seek(in.position() - 1);
            drop("*", where);
            return;
        }
        int packed = in.u8();
        int delay = in.u16le();
        int transparent = in.u8();
        // browsers take the undefined disposal 4 as 3, "restore to previous"; the rest means nothing
        int disposal = packed >> 2 & 7;
        control = Optional.of(new GifPicture.Control(
                disposal == 4 ? 3 : disposal > 4 ? 0 : disposal,
                delay,
                (packed & 1) != 0 ? Optional.of(transparent) : Optional.empty()));
        end(where);
    }

    private void readApplication(String where) {
        int size = in.u8();
        byte[] name = in.bytes(size);
        String key = new String(name, StandardCharsets.ISO_8859_1);
        boolean known = ALLOWED.names(key) && ALLOWED.entry(key).rule() == AllowList.Rule.REBUILD && size == 11;
        if (!known || in.u8() != 3) {
            if (known) {
                in.seek(in.position() - 1);
            }
            drop("Application", where);
            return;
        }
        int id = in.u8();
        int count = in.u16le();
        if (id == 1) {
            loops = loops.or(() -> Optional.of(count));
        } else {
            session.found(Removed.from("image.application-segment", where));
        }
        end(where);
    }

    /** A known extension has nothing behind its values. */
    private void end(String where) {
        int next = in.u8();
        if (next != 0) {
            in.seek(in.position() - 1);
            session.found(Removed.from("image.gap", where));
            skipSubBlocks();
        }
    }

    private void skipSubBlocks() {
        for (int size = in.u8(); size > 0; size = in.u8()) {
            in.skip(size);
        }
    }
}
