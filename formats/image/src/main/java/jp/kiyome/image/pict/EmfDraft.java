package jp.kiyome.image.pict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * Writes the records of an EMF ([MS-EMF]) as a picture is played. Coordinates come in the picture's units and are written in twentieths of
 * them, so that the middle of a pen has a whole number. Not for sharing between threads.
 */
final class EmfDraft {

    /** Parts of a unit. */
    static final int FINE = 20;

    private static final int HEADER = 88;
    private static final int MOST_RECORDS = 1 << 20;
    private static final int STOCK_NO_BRUSH = 0x80000005;
    private static final int STOCK_NO_PEN = 0x80000008;
    private static final int PEN = 1;
    private static final int BRUSH = 2;
    private static final int FONT = 3;
    private static final int SIGNATURE = 0x464D4520;
    private static final int COPY = 5;

    private final Session session;
    private final Sink body;
    private int records;
    private PictRect frame = new PictRect(0, 0, 1, 1);
    private PictRect window = frame;
    private String pen = "";
    private String brush = "";
    private String font = "";
    private int operation = 13;

    EmfDraft(Session session) {
        this.session = session;
        this.body = session.scratch();
    }

    /**
     * Says how large the picture is.
     *
     * @param frame in units of a 72nd of an inch
     * @param window the same in the units of what is drawn
     */
    void begin(PictRect frame, PictRect window) {
        this.frame = frame;
        this.window = window;
        record(0x11, new ByteWriter().u32le(8));
        origin(window);
        record(0x09, size(window));
        record(0x0C, new ByteWriter().u32le(0).u32le(0));
        record(0x0B, size(frame));
        record(0x12, new ByteWriter().u32le(1));
        record(0x16, new ByteWriter().u32le(24));
    }

    /** What is drawn lies elsewhere from here on. */
    void origin(PictRect moved) {
        record(0x0A, point(moved.left(), moved.top()));
    }

    private static ByteWriter size(PictRect of) {
        return new ByteWriter().u32le((long) of.width() * FINE).u32le((long) of.height() * FINE);
    }

    /** Shapes are drawn with a line from here on. */
    void pen(int width, int colour) {
        String wanted = width + " " + colour;
        if (!wanted.equals(pen)) {
            replace(PEN, !pen.isEmpty() && !pen.equals("none"), STOCK_NO_PEN);
            record(
                    0x26,
                    new ByteWriter()
                            .u32le(PEN)
                            .u32le(0)
                            .u32le((long) width * FINE)
                            .u32le(0)
                            .u32le(PictColour.reference(colour)));
            select(PEN);
            pen = wanted;
        }
    }

    void noPen() {
        if (!pen.equals("none")) {
            replace(PEN, !pen.isEmpty(), STOCK_NO_PEN);
            select(STOCK_NO_PEN);
            pen = "none";
        }
    }

    /** Shapes are filled from here on. */
    void brush(int colour) {
        String wanted = Integer.toString(colour);
        if (!wanted.equals(brush)) {
            replace(BRUSH, !brush.isEmpty() && !brush.equals("none"), STOCK_NO_BRUSH);
            record(
                    0x27,
                    new ByteWriter()
                            .u32le(BRUSH)
                            .u32le(0)
                            .u32le(PictColour.reference(colour))
                            .u32le(0));
            select(BRUSH);
            brush = wanted;
        }
    }

    void noBrush() {
        if (!brush.equals("none")) {
            replace(BRUSH, !brush.isEmpty(), STOCK_NO_BRUSH);
            select(STOCK_NO_BRUSH);
            brush = "none";
        }
    }

    void font(Port port) {
        boolean bold = (port.face & Port.BOLD) != 0;
        String wanted = port.fontName() + " " + port.textSize + " " + port.face;
        if (wanted.equals(font)) {
            return;
        }
        if (!font.isEmpty()) {
            record(0x28, new ByteWriter().u32le(FONT));
        }
        ByteWriter name = new ByteWriter().bytes(port.fontName().getBytes(StandardCharsets.UTF_16LE));
        record(
                0x52,
                new ByteWriter()
                        .u32le(FONT)
                        .u32le(-(long) port.textSize * FINE)
                        .u32le(0)
                        .u32le(0)
                        .u32le(0)
                        .u32le(bold ? 700 : 400)
                        .u8((port.face & Port.ITALIC) != 0 ? 1 : 0)
                        .u8((port.face & Port.UNDERLINE) != 0 ? 1 : 0)
                        .u16le(0)
                        .u32le(0)
                        .bytes(name.toByteArray())
                        .bytes(new byte[64 - name.size()])
                        .bytes(new byte[228]));
        select(FONT);
        font = wanted;
    }

    /** An object that is replaced is put down first. */
    private void replace(int slot, boolean made, int stock) {
        if (made) {
            select(stock);
            record(0x28, new ByteWriter().u32le(slot));
        }
    }

    private void select(int object) {
        record(0x25, new ByteWriter().u32le(object));
    }

    /** How what is drawn mixes with what is there: one of [MS-WMF] 2.1.1.2 BinaryRasterOperation. */
    void operation(int wanted) {
        if (wanted != operation) {
            operation = wanted;
            record(0x14, new ByteWriter().u32le(wanted));
        }
    }

    void textColour(int colour) {
        record(0x18, new ByteWriter().u32le(PictColour.reference(colour)));
    }

    void save() {
        record(0x21, new ByteWriter());
    }

    void restore() {
        record(0x22, new ByteWriter().u32le(-1));
    }

    /** Only what is inside these rectangles shows from here on. */
    void clip(Iterable<PictRect> parts) {
        record(0x3B, new ByteWriter());
        for (PictRect part : parts) {
            record(0x1B, point(part.left(), part.top()));
            record(0x36, point(part.right(), part.top()));
            record(0x36, point(part.right(), part.bottom()));
            record(0x36, point(part.left(), part.bottom()));
            record(0x3D, new ByteWriter());
        }
        record(0x3C, new ByteWriter());
        record(0x43, new ByteWriter().u32le(COPY));
    }

    /** A record of a kind whose fields are a rectangle of fine coordinates and what follows. */
    void shape(int type, int left, int top, int right, int bottom, int... more) {
        ByteWriter fields = new ByteWriter().u32le(left).u32le(top).u32le(right).u32le(bottom);
        for (int one : more) {
            fields.u32le(one);
        }
        record(type, fields);
    }

    /** A polygon (0x03) or a line of several pieces (0x04), in fine coordinates. */
    void points(int type, int[] points) {
        ByteWriter fields = around(window).u32le(points.length / 2);
        for (int one : points) {
            fields.u32le(one);
        }
        record(type, fields);
    }

    /** Letters from a place on their base line, in units. */
    void text(int x, int y, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        int at = 8 + 16 + 12 + 40;
        ByteWriter fields = around(window)
                .u32le(1)
                .u32le(Float.floatToIntBits(1))
                .u32le(Float.floatToIntBits(1))
                .bytes(point(x, y).toByteArray())
                .u32le(letters.length / 2)
                .u32le(at)
                .u32le(0)
                .bytes(new byte[16])
                .u32le(0)
                .bytes(letters)
                .bytes(new byte[letters.length % 4]);
        record(0x54, fields);
    }

    /** A bitmap of 24 bits, the highest row first, drawn into a rectangle. */
    void bitmap(int width, int height, PictRect to, int rasterOperation, Content pixels) {
        int info = 8 + 16 + 16 + 40;
        ByteWriter fields = around(to)
                .bytes(point(to.left(), to.top()).toByteArray())
                .bytes(new byte[8])
                .u32le(width)
                .u32le(height)
                .u32le(info)
                .u32le(40)
                .u32le(info + 40)
                .u32le(pixels.size())
                .u32le(0)
                .u32le(rasterOperation)
                .bytes(size(to).toByteArray());
        fields.u32le(40).u32le(width).u32le(-height).u16le(1).u16le(24).bytes(new byte[24]);
        long padding = -pixels.size() & 3;
        head(0x51, 8 + fields.size() + pixels.size() + padding);
        body.write(fields.toByteArray(), 0, fields.size());
        copy(pixels, body);
        body.write(new byte[(int) padding], 0, (int) padding);
    }

    private static ByteWriter around(PictRect part) {
        return new ByteWriter()
                .u32le((long) part.left() * FINE)
                .u32le((long) part.top() * FINE)
                .u32le((long) part.right() * FINE)
                .u32le((long) part.bottom() * FINE);
    }

    private static ByteWriter point(int x, int y) {
        return new ByteWriter().u32le((long) x * FINE).u32le((long) y * FINE);
    }

    void record(int type, ByteWriter fields) {
        head(type, 8L + fields.size());
        body.write(fields.toByteArray(), 0, fields.size());
    }

    private void head(int type, long size) {
        if (++records > MOST_RECORDS) {
            throw Refused.tooLarge("PICT that draws more than " + MOST_RECORDS + " times");
        }
        byte[] head = new ByteWriter().u32le(type).u32le(size).toByteArray();
        body.write(head, 0, head.length);
    }

    /** The whole file. */
    Content finish() {
        record(0x0E, new ByteWriter().u32le(0).u32le(16).u32le(20));
        Content drawn = body.finish();
        ByteWriter head = new ByteWriter()
                .u32le(1)
                .u32le(HEADER)
                .u32le(0)
                .u32le(0)
                .u32le((long) frame.width() * FINE - 1)
                .u32le((long) frame.height() * FINE - 1)
                .u32le(0)
                .u32le(0)
                .u32le(Math.round(frame.width() * 2540 / 72.0))
                .u32le(Math.round(frame.height() * 2540 / 72.0))
                .u32le(SIGNATURE)
                .u32le(0x10000)
                .u32le(HEADER + drawn.size())
                .u32le(records + 1)
                .u16le(FONT + 1)
                .bytes(new byte[14])
                .u32le(14_400)
                .u32le(14_400)
                .u32le(254)
                .u32le(254);
        Sink file = session.scratch();
        file.write(head.toByteArray(), 0, head.size());
        copy(drawn, file);
        return file.finish();
    }

    private static void copy(Content from, Sink to) {
        try (InputStream in = from.stream()) {
            in.transferTo(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
