package jp.kiyome.image.pict;

import java.nio.charset.StandardCharsets;
import jp.kiyome.image.stream.ByteReader;

/** Draws letters, and reads what fonts are called. Not for sharing between threads. */
final class PictText {

    private final ByteReader in;
    private final Port port;
    private final EmfDraft draft;

    PictText(ByteReader in, Port port, EmfDraft draft) {
        this.in = in;
        this.port = port;
        this.draft = draft;
    }

    /** 0x28 LongText, 0x29 DHText, 0x2A DVText, 0x2B DHDVText: where, and a run of at most 255 letters. */
    void draw(int opcode) {
        if (opcode == 0x28) {
            port.textY = (short) in.u16be();
            port.textX = (short) in.u16be();
        } else {
            port.textX += (opcode & 1) != 0 ? in.u8() : 0;
            port.textY += (opcode & 2) != 0 ? in.u8() : 0;
        }
        String text = shown(new String(in.bytes(in.u8()), port.charset()));
        if (!text.isEmpty() && port.textSize > 0) {
            draft.operation(13);
            draft.font(port);
            draft.textColour(port.foreground);
            draft.text(port.textX, port.textY, text);
        }
    }

    /** Characters that control something draw nothing. */
    private static String shown(String text) {
        return text.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** 0x2C fontName: a number's name. */
    void name() {
        int size = in.u16be();
        in.require(size);
        long end = in.position() + size;
        if (size >= 3) {
            int number = in.u16be();
            int letters = Math.min(in.u8(), size - 3);
            port.name(number, new String(in.bytes(letters), StandardCharsets.US_ASCII));
            port.font = number;
        }
        in.seek(end);
    }
}
