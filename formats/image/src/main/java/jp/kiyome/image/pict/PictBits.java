package jp.kiyome.image.pict;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * Reads a bitmap (a BitMap or PixMap, packed or not) and draws it with 24 bits for each pixel. Opcodes 0x90 to 0x9B: bit 0 is a region
 * behind the transfer mode, bit 3 that rows are packed, bit 1 that pixels are colours and not numbers of a table. Not for sharing
 * between threads.
 */
final class PictBits {

    private static final int PIXELS = 0x8000;
    private static final int SOURCE_COPY = 0x00CC0020;
    private static final int SOURCE_AND = 0x008800C6;
    private static final int SOURCE_INVERT = 0x00660046;

    private final ByteReader in;
    private final Port port;
    private final EmfDraft draft;
    private final Session session;

    PictBits(ByteReader in, Port port, EmfDraft draft, Session session) {
        this.in = in;
        this.port = port;
        this.draft = draft;
        this.session = session;
    }

    /** Where the pixels of a bitmap are, and what each means. */
    // Nobody compares two sources.
    @SuppressWarnings("ArrayRecordComponent")
    private record Source(PictRect bounds, int rowBytes, PixelForm form, int[] colours) {

        PixelRows rows(ByteReader in, boolean packed) {
            return new PixelRows(in, form.of(rowBytes, bounds.width(), packed), colours);
        }
    }

    void draw(int opcode) {
        Source source = source((opcode & 2) != 0);
        PictRect from = PictRect.read(in);
        PictRect to = PictRect.read(in);
        int mode = in.u16be();
        boolean masked = (opcode & 1) != 0;
        PictRegion mask = masked ? PictRegion.read(in) : PictRegion.NONE;
        PictRect bounds = source.bounds();
        PictRect shown = bounds.contains(from) && !from.isEmpty() ? from : bounds;
        Content pixels = pixels(source.rows(in, (opcode & 8) != 0), bounds, shown);
        if (!to.isEmpty()) {
            show(shown, to, mode, mask, masked, pixels);
        }
    }

    /** The colour in the middle of all pixels of a pattern. */
    int average() {
        Source source = source(false);
        PictRect bounds = source.bounds();
        PixelRows rows = source.rows(in, true);
        int[] row = new int[bounds.width()];
        long[] sums = new long[3];
        for (int y = 0; y < bounds.height(); y++) {
            rows.next(row);
            for (int colour : row) {
                sums[0] += colour >> 16;
                sums[1] += colour >> 8 & 0xFF;
                sums[2] += colour & 0xFF;
            }
        }
        long count = (long) bounds.width() * bounds.height();
        return (int) (sums[0] / count << 16 | sums[1] / count << 8 | sums[2] / count);
    }

    private Source source(boolean direct) {
        if (direct) {
            in.skip(4);
        }
        int both = in.u16be();
        int rowBytes = both & PIXELS - 1;
        PictRect bounds = PictRect.read(in);
        boolean coloured = direct || (both & PIXELS) != 0;
        PixelForm form = coloured ? PixelForm.read(in) : PixelForm.ofBits();
        if (bounds.isEmpty()) {
            throw Refused.damaged("PICT bitmap without pixels");
        }
        if (!direct && form.bits() > 8) {
            throw Refused.damaged("PICT bitmap of " + form.bits() + " bits with a colour table");
        }
        session.budget().pixels(bounds.width(), bounds.height());
        if (!coloured) {
            return new Source(bounds, rowBytes, form, new int[] {port.background, port.foreground});
        }
        return new Source(bounds, rowBytes, form, direct ? new int[0] : table(form.bits()));
    }

    private void show(PictRect shown, PictRect to, int mode, PictRegion mask, boolean masked, Content pixels) {
        boolean cut = masked && !(mask.parts().size() == 1 && mask.bounds().contains(to));
        if (cut) {
            draft.save();
            draft.clip(mask.parts());
        }
        draft.bitmap(shown.width(), shown.height(), to, operation(mode), pixels);
        if (cut) {
            draft.restore();
        }
    }

    /** Transfer modes; those that add up colours in other ways are shown as copies. */
    private static int operation(int mode) {
        return switch (mode & 63) {
            case 1, 36, 39 -> SOURCE_AND;
            case 2 -> SOURCE_INVERT;
            default -> SOURCE_COPY;
        };
    }

    private int[] table(int bits) {
        in.skip(4);
        boolean inOrder = (in.u16be() & PIXELS) != 0;
        int count = in.u16be() + 1;
        in.require(8L * count);
        int[] colours = new int[1 << bits];
        for (int i = 0; i < count; i++) {
            int number = in.u16be();
            int colour = PictColour.read(in);
            int index = inOrder ? i : number;
            if (index < colours.length) {
                colours[index] = colour;
            }
        }
        return colours;
    }

    /** The pixels that show as the rows of a bitmap of Windows: blue first, each row a multiple of four bytes. */
    private Content pixels(PixelRows rows, PictRect bounds, PictRect shown) {
        byte[] line = new byte[(shown.width() * 3 + 3) / 4 * 4];
        session.budget().decode((long) line.length * shown.height());
        Sink out = session.scratch();
        int[] row = new int[bounds.width()];
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            rows.next(row);
            if (y >= shown.top() && y < shown.bottom()) {
                int at = 0;
                for (int x = shown.left() - bounds.left(); x < shown.right() - bounds.left(); x++) {
                    line[at++] = (byte) row[x];
                    line[at++] = (byte) (row[x] >> 8);
                    line[at++] = (byte) (row[x] >> 16);
                }
                out.write(line, 0, line.length);
            }
        }
        return out.finish();
    }
}
