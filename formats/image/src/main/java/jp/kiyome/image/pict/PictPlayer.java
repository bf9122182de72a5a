package jp.kiyome.image.pict;

import java.util.List;
import java.util.OptionalInt;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.metafile.Played;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/**
 * Plays a picture, opcode by opcode. What an opcode is and how long its data are is in {@code pict-opcodes.allow}; what it does is here.
 * Not for sharing between threads.
 */
final class PictPlayer {

    private static final int END = 0xFF;
    private static final int EXTENDED = -2;

    private final ByteReader in;
    private final EmfDraft draft;
    private final Session session;
    private final Played report;
    private final Port port = new Port();
    private final PictShapes shapes;
    private final PictText text;
    private final PictBits bits;
    private boolean second;
    private long start;
    private PictRect window = PictRect.NONE;

    PictPlayer(ByteReader in, EmfDraft draft, Session session) {
        this.in = in;
        this.draft = draft;
        this.session = session;
        this.report = new Played(session);
        this.shapes = new PictShapes(in, port, draft);
        this.text = new PictText(in, port, draft);
        this.bits = new PictBits(in, port, draft, session);
    }

    /** Throws {@link jp.kiyome.core.finding.Refusal} where the picture cannot be shown as it is. */
    void play() {
        start = in.position();
        in.skip(2);
        PictRect frame = PictRect.read(in);
        if (frame.isEmpty()) {
            throw Refused.damaged("PICT without an area");
        }
        second = in.u8() == 0;
        window = second ? header(frame) : version1(frame);
        draft.begin(frame, window);
        boolean ended = false;
        while (!ended && in.remaining() > (second ? 1 : 0)) {
            report.step();
            ended = next();
        }
        if (!ended) {
            session.found(Removed.changed("image.missing-end", "PICT"));
        } else if (in.remaining() > 1) {
            session.found(Removed.from("image.trailing-data", "PICT, " + in.remaining() + " bytes"));
        }
    }

    private PictRect version1(PictRect frame) {
        in.skip(1);
        return frame;
    }

    /** Version 2: 0x0011 0x02FF, then 0x0C00 and 24 bytes, in which an extended picture has the bounds of its own resolution. */
    private PictRect header(PictRect frame) {
        in.skip(3);
        if (in.u16be() != 0x0C00) {
            throw Refused.damaged("PICT of version 2 without a header");
        }
        int kind = (short) in.u16be();
        in.skip(10);
        PictRect own = PictRect.read(in);
        in.skip(4);
        return kind == EXTENDED && !own.isEmpty() ? own : frame;
    }

    private boolean next() {
        if (second && (in.position() - start) % 2 != 0) {
            in.skip(1);
        }
        int opcode = second ? in.u16be() : in.u8();
        if (opcode == END) {
            return true;
        }
        if (opcode >= 0x30 && opcode < 0x90) {
            shapes.draw(opcode);
        } else if (opcode >= 0x90 && opcode < 0xA0) {
            bits(opcode);
        } else {
            other(opcode);
        }
        return false;
    }

    private void bits(int opcode) {
        if ((opcode & 0x4) != 0 || opcode == 0x92 || opcode == 0x93) {
            skipped(opcode);
        } else {
            bits.draw(opcode);
        }
    }

    private void other(int opcode) {
        switch (opcode) {
            case 0x01 -> clip(PictRegion.read(in));
            case 0x02 -> port.back = Paint.pattern(in.bytes(8));
            case 0x03 -> port.font = in.u16be();
            case 0x04 -> port.face = in.u8();
            case 0x07 -> {
                port.penHeight = Math.min(in.u16be(), 0x3FF);
                port.penWidth = Math.min(in.u16be(), 0x3FF);
            }
            case 0x08 -> port.penMode = in.u16be();
            case 0x09 -> port.pen = Paint.pattern(in.bytes(8));
            case 0x0A -> port.fill = Paint.pattern(in.bytes(8));
            case 0x0B -> {
                port.ovalHeight = Math.min(in.u16be(), Short.MAX_VALUE);
                port.ovalWidth = Math.min(in.u16be(), Short.MAX_VALUE);
            }
            case 0x0C -> origin((short) in.u16be(), (short) in.u16be());
            case 0x0D -> port.textSize = Math.min(in.u16be(), Short.MAX_VALUE);
            case 0x0E -> port.foreground = PictColour.old(in);
            case 0x0F -> port.background = PictColour.old(in);
            case 0x12 -> port.back = paint();
            case 0x13 -> port.pen = paint();
            case 0x14 -> port.fill = paint();
            case 0x1A -> port.foreground = PictColour.read(in);
            case 0x1B -> port.background = PictColour.read(in);
            case 0x20, 0x21, 0x22, 0x23 -> line(opcode);
            case 0x28, 0x29, 0x2A, 0x2B -> text.draw(opcode);
            case 0x2C -> text.name();
            case 0x8200, 0x8201 -> throw Refused.unsupported("PICT that holds a compressed picture");
            default -> skipped(opcode);
        }
    }

    private void line(int opcode) {
        if ((opcode & 1) == 0) {
            port.penY = (short) in.u16be();
            port.penX = (short) in.u16be();
        }
        if (opcode < 0x22) {
            int y = (short) in.u16be();
            shapes.line((short) in.u16be(), y);
        } else {
            int x = port.penX + (byte) in.u8();
            shapes.line(x, port.penY + (byte) in.u8());
        }
    }

    /** The origin moves: what follows is drawn elsewhere. */
    private void origin(int across, int down) {
        window = new PictRect(
                window.left() + across, window.top() + down, window.right() + across, window.bottom() + down);
        draft.origin(window);
    }

    private void clip(PictRegion region) {
        boolean all = region.parts().size() == 1 && region.bounds().contains(window);
        draft.clip(all ? List.of(window) : region.parts());
    }

    /** A pattern of pixels of its own (1), or a colour (2); with a pattern of bits for ports that have no colours. */
    private Paint paint() {
        int kind = in.u16be();
        Paint plain = Paint.pattern(in.bytes(8));
        if (kind == 2) {
            return new Paint(64, OptionalInt.of(PictColour.read(in)));
        }
        if (kind != 1) {
            throw Refused.unsupported("PICT with a pattern of kind " + kind);
        }
        return new Paint(plain.share(), OptionalInt.of(bits.average()));
    }

    /** What draws nothing: read past, and told where it may hold anything. */
    private void skipped(int opcode) {
        PictOpcodes.Row row = PictOpcodes.row(opcode);
        in.skip(row.length(in));
        if (!row.finding().isEmpty()) {
            report.removed(row.finding(), row.name());
        }
    }
}
