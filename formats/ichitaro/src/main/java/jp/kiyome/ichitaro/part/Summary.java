package jp.kiyome.ichitaro.part;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.ichitaro.raw.Characters;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/**
 * The property set of a document ([MS-OLEPS] 2.21): its title stays; people, times, paths and the program go. Stateless.
 */
public final class Summary {

    public static final String NAME = "\u0005SummaryInformation";

    /** Whether the title stays. */
    public static final PolicyOption TITLE_OPTION = PolicyOption.of("document.title", "keep", "remove");

    private static final Charset JAPANESE = Charset.forName("windows-31j");
    private static final byte[] FORMAT = {
        (byte) 0xE0,
        (byte) 0x85,
        (byte) 0x9F,
        (byte) 0xF2,
        (byte) 0xF9,
        0x4F,
        0x68,
        0x10,
        (byte) 0xAB,
        (byte) 0x91,
        0x08,
        0x00,
        0x2B,
        0x27,
        (byte) 0xB3,
        (byte) 0xD9
    };
    private static final int HEADER = 48;
    private static final int TITLE = 2;
    private static final int TEXT = 0x1E;
    private static final int LONGEST = 1024;
    private static final int MOST = 256;

    private Summary() {}

    public static NewEntry rebuild(byte[] stream, Notes notes) {
        boolean keep = notes.session().policy().choice(TITLE_OPTION).equals("keep");
        byte[] written = write(keep ? title(stream, notes) : "");
        if (!Arrays.equals(written, stream)) {
            notes.removed("ichitaro.metadata", "SummaryInformation");
        }
        return new NewEntry.Stream(NAME, HeapContent.of(written));
    }

    /** Empty where there is none, or none that can be read. */
    private static String title(byte[] stream, Notes notes) {
        if (stream.length < HEADER + 8) {
            return "";
        }
        In head = new In(stream, notes);
        head.take(HEADER + 4);
        int count = head.littleEndianCount(0xFFFF_FFFFL);
        for (int i = 0; i < Math.min(Math.max(count, 0), MOST) && head.left() >= 8; i++) {
            int id = head.littleEndianCount(0xFFFF_FFFFL);
            int offset = head.littleEndianCount(0xFFFF_FFFFL);
            if (id == TITLE && offset >= 0 && offset <= stream.length - HEADER - 8) {
                return text(stream, HEADER + offset, notes);
            }
        }
        return "";
    }

    private static String text(byte[] stream, int at, Notes notes) {
        In in = new In(Arrays.copyOfRange(stream, at, stream.length), notes);
        int type = in.littleEndianCount(0xFFFF_FFFFL);
        int length = in.littleEndianCount(0xFFFF_FFFFL);
        if (type != TEXT || length < 1 || length > Math.min(LONGEST, in.left())) {
            return "";
        }
        byte[] bytes = in.take(length);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        try {
            String title =
                    JAPANESE.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
            return Characters.name(title, LONGEST);
        } catch (CharacterCodingException notReadable) {
            return "";
        }
    }

    private static byte[] write(String title) {
        byte[] bytes = title.getBytes(JAPANESE);
        int padded = (bytes.length + 1 + 3) / 4 * 4;
        boolean any = bytes.length > 0;
        int properties = any ? 2 : 1;
        int values = 8 + 8 * properties;
        Out out = new Out()
                .littleEndian16(0xFFFE)
                .littleEndian16(0)
                .littleEndian32(0x0002_000A)
                .zeros(16);
        out.littleEndian32(1).raw(FORMAT).littleEndian32(HEADER);
        out.littleEndian32(values + 8 + (any ? 8 + padded : 0)).littleEndian32(properties);
        out.littleEndian32(1).littleEndian32(values);
        if (any) {
            out.littleEndian32(TITLE).littleEndian32(values + 8);
        }
        out.littleEndian32(2).littleEndian32(932);
        if (any) {
            out.littleEndian32(TEXT).littleEndian32(bytes.length + 1).raw(bytes).zeros(padded - bytes.length);
        }
        return out.toArray();
    }
}
