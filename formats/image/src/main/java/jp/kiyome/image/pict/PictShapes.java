package jp.kiyome.image.pict;

import java.util.List;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * Draws shapes. Opcodes 0x30 to 0x8F are made of a kind of shape (four bits), whether it is the one of before (one bit), and what is done
 * with it (three bits). Not for sharing between threads.
 */
final class PictShapes {

    private static final int POLYGON = 0x03;
    private static final int POLYLINE = 0x04;
    private static final int ELLIPSE = 0x2A;
    private static final int ROUND = 0x2C;
    private static final int ARC = 0x2D;
    private static final int PIE = 0x2F;
    private static final int FRAME = 0;
    private static final int INVERT = 3;
    /** What is done with a shape, from the first: frame, paint, erase, invert, fill. */
    private static final int VERBS = 5;

    private static final int COPY_PEN = 13;
    private static final int XOR_PEN = 7;
    private static final int NOT = 6;
    private static final int FINE = EmfDraft.FINE;

    private final ByteReader in;
    private final Port port;
    private final EmfDraft draft;

    PictShapes(ByteReader in, Port port, EmfDraft draft) {
        this.in = in;
        this.port = port;
        this.draft = draft;
    }

    /** Reads what an opcode from 0x30 to 0x8F needs, and draws it. */
    void draw(int opcode) {
        int verb = opcode & 7;
        boolean again = (opcode & 8) != 0;
        if (!again) {
            read(opcode >> 4);
        }
        int start = 0;
        int angle = 0;
        if (opcode >> 4 == 6) {
            start = (short) in.u16be();
            angle = (short) in.u16be();
        }
        if (verb >= VERBS) {
            return;
        }
        switch (opcode >> 4) {
            case 3 -> rectangle(port.rectangle, verb);
            case 4 -> oval(ROUND, port.rounded, verb, port.ovalWidth * FINE, port.ovalHeight * FINE);
            case 5 -> oval(ELLIPSE, port.oval, verb);
            case 6 -> arc(port.arc, verb, start, angle);
            case 7 -> polygon(port.polygon, verb);
            default -> region(port.region, verb);
        }
    }

    private void read(int kind) {
        switch (kind) {
            case 3 -> port.rectangle = PictRect.read(in);
            case 4 -> port.rounded = PictRect.read(in);
            case 5 -> port.oval = PictRect.read(in);
            case 6 -> port.arc = PictRect.read(in);
            case 7 -> port.polygon = polygon();
            default -> port.region = PictRegion.read(in);
        }
    }

    private int[] polygon() {
        int size = in.u16be();
        if (size < 10 || (size - 10) % 4 != 0) {
            throw Refused.damaged("PICT polygon of " + size + " bytes");
        }
        in.require(size - 2);
        in.skip(8);
        int[] points = new int[(size - 10) / 2];
        for (int i = 0; i < points.length; i += 2) {
            points[i + 1] = (short) in.u16be();
            points[i] = (short) in.u16be();
        }
        return points;
    }

    /** Draws a line from the place of the pen. */
    void line(int toX, int toY) {
        if (port.penWidth > 0 && port.penHeight > 0) {
            if (port.penX == toX && port.penY == toY) {
                PictRect dot = new PictRect(toX, toY, toX + port.penWidth, toY + port.penHeight);
                area(port.penColour());
                draft.operation(mode());
                fill(dot);
            } else {
                outline();
                draft.points(POLYLINE, hung(new int[] {port.penX, port.penY, toX, toY}));
            }
        }
        port.penX = toX;
        port.penY = toY;
    }

    private void rectangle(PictRect part, int verb) {
        if (part.isEmpty() || !begin(verb)) {
            return;
        }
        if (verb == FRAME) {
            int[] in = inside(part);
            draft.points(POLYGON, new int[] {in[0], in[1], in[2], in[1], in[2], in[3], in[0], in[3]});
        } else {
            fill(part);
        }
    }

    private void fill(PictRect part) {
        int left = part.left() * FINE;
        int top = part.top() * FINE;
        int right = part.right() * FINE;
        int bottom = part.bottom() * FINE;
        draft.points(POLYGON, new int[] {left, top, right, top, right, bottom, left, bottom});
    }

    private void oval(int record, PictRect part, int verb, int... more) {
        if (!part.isEmpty() && begin(verb)) {
            int[] sides = sides(part, verb);
            draft.shape(record, sides[0], sides[1], sides[2], sides[3], more);
        }
    }

    /** Angles are degrees clockwise from the top; those of EMF go the other way round, from point to point. */
    private void arc(PictRect part, int verb, int start, int angle) {
        if (part.isEmpty() || angle == 0) {
            return;
        }
        if (Math.abs(angle) >= 360) {
            oval(ELLIPSE, part, verb);
            return;
        }
        if (begin(verb)) {
            int from = angle > 0 ? start : start + angle;
            int to = from + Math.abs(angle);
            int[] sides = sides(part, verb);
            int[] first = ray(part, to);
            int[] last = ray(part, from);
            int record = verb == FRAME ? ARC : PIE;
            draft.shape(record, sides[0], sides[1], sides[2], sides[3], first[0], first[1], last[0], last[1]);
        }
    }

    private static int[] ray(PictRect part, int degrees) {
        double angle = StrictMath.toRadians(degrees);
        double x = (part.left() + part.right()) / 2.0 + StrictMath.sin(angle) * part.width() / 2.0;
        double y = (part.top() + part.bottom()) / 2.0 - StrictMath.cos(angle) * part.height() / 2.0;
        return new int[] {(int) Math.round(x * FINE), (int) Math.round(y * FINE)};
    }

    private void polygon(int[] points, int verb) {
        if (points.length < 4 || !begin(verb)) {
            return;
        }
        if (verb == FRAME) {
            draft.points(POLYLINE, hung(points));
        } else {
            int[] fine = points.clone();
            for (int i = 0; i < fine.length; i++) {
                fine[i] *= FINE;
            }
            draft.points(POLYGON, fine);
        }
    }

    private void region(PictRegion region, int verb) {
        List<PictRect> parts = region.parts();
        for (PictRect part : parts) {
            rectangle(part, verb);
        }
    }

    /** Sets pen, brush and mixture for what is done with a shape; false where nothing would show. */
    private boolean begin(int verb) {
        if (verb == FRAME) {
            draft.noBrush();
            outline();
            return port.penWidth > 0 && port.penHeight > 0;
        }
        int colour =
                switch (verb) {
                    case 1 -> port.penColour();
                    case 2 -> port.back.colour(port.foreground, port.background);
                    case INVERT -> PictColour.BLACK;
                    default -> port.fill.colour(port.foreground, port.background);
                };
        area(colour);
        draft.operation(verb == INVERT ? NOT : verb == 1 ? mode() : COPY_PEN);
        return true;
    }

    private void area(int colour) {
        draft.noPen();
        draft.brush(colour);
    }

    private void outline() {
        draft.operation(mode());
        draft.pen(Math.max(1, Math.max(port.penWidth, port.penHeight)), port.penColour());
    }

    private int mode() {
        int plain = port.penMode & 7;
        return plain == 2 ? XOR_PEN : COPY_PEN;
    }

    private int[] sides(PictRect part, int verb) {
        return verb == FRAME
                ? inside(part)
                : new int[] {part.left() * FINE, part.top() * FINE, part.right() * FINE, part.bottom() * FINE};
    }

    /** A framed shape lies whole inside its rectangle: the middle of its line is half a pen further in. */
    private int[] inside(PictRect part) {
        int across = port.penWidth * FINE / 2;
        int down = port.penHeight * FINE / 2;
        return new int[] {
            part.left() * FINE + across,
            part.top() * FINE + down,
            part.right() * FINE - across,
            part.bottom() * FINE - down
        };
    }

    /** The pen hangs to the right of its place, and below. */
    private int[] hung(int[] points) {
        int[] fine = new int[points.length];
        for (int i = 0; i < points.length; i += 2) {
            fine[i] = points[i] * FINE + port.penWidth * FINE / 2;
            fine[i + 1] = points[i + 1] * FINE + port.penHeight * FINE / 2;
        }
        return fine;
    }
}
