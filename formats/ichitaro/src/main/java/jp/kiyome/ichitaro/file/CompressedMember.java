package jp.kiyome.ichitaro.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.container.lh5.LzhDecoder;
import jp.kiyome.container.lh5.LzhEncoder;
import jp.kiyome.container.lh5.LzhMethod;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/**
 * A document packed as the one member of an LHA archive (method -lh5-, header of level 1) behind a header of 38 bytes. The member is
 * called by the path of a temporary file of its author; it gets the bare name of that file.
 */
record CompressedMember(Session session, Notes notes) {

    private static final String MAGIC = "JustCompressedDocument";
    private static final int HEADER = 38;
    private static final int FIXED = 25;
    private static final byte[] NAME = "TempNativeFile".getBytes(StandardCharsets.US_ASCII);

    Content unpack(byte[] stream) {
        In in = new In(stream, notes);
        boolean right = in.left() > HEADER && in.u16() == HEADER << 8 && in.startsWith(MAGIC);
        if (!right) {
            throw notes.damaged("no " + MAGIC);
        }
        in.take(HEADER - 2);
        int header = in.u8();
        in.u8();
        if (!in.ascii(5).equals("-lh5-")) {
            throw notes.damaged("packed by another method than -lh5-");
        }
        int packed = in.littleEndianCount(stream.length);
        long size = in.littleEndianCount(Integer.MAX_VALUE);
        in.take(5);
        if (in.u8() != 1 || header != FIXED + in.u8()) {
            throw notes.damaged("a member with another header than of level 1");
        }
        in.take(header - FIXED);
        int check = in.u8() | in.u8() << 8;
        in.u8();
        if ((in.u8() | in.u8() << 8) != 0) {
            throw notes.damaged("a member with further headers");
        }
        Content inner = unpacked(in.take(packed), size, check);
        byte[] head = head(packed, size, check);
        boolean own = stream.length == head.length + packed + 1
                && Arrays.equals(stream, 0, head.length, head, 0, head.length)
                && stream[stream.length - 1] == 0;
        if (!own) {
            notes.changed("ichitaro.path", "member");
        }
        return inner;
    }

    private Content unpacked(byte[] packed, long size, int check) {
        Sink sink = session.scratch();
        Crc16 crc = new Crc16();
        ByteTarget target = (bytes, offset, length) -> {
            session.budget().decode(length);
            crc.update(bytes, offset, length);
            sink.write(bytes, offset, length);
        };
        LzhDecoder.decode(
                LzhMethod.LH5, HeapContent.of(packed).stream(), size, Location.ofPart(notes.stream()), target);
        if (crc.value() != check) {
            throw notes.damaged("the check of the member is wrong");
        }
        return sink.finish();
    }

    Content pack(Content document) {
        Sink packed = session.scratch();
        LzhEncoder.encode(document.stream(), packed::write);
        Content bytes = packed.finish();
        Crc16 crc = new Crc16();
        ((ByteTarget) crc::update).pass(document);
        Sink stream = session.scratch();
        byte[] head = head(bytes.size(), document.size(), crc.value());
        stream.write(head, 0, head.length);
        ((ByteTarget) stream::write).pass(bytes);
        stream.write(0);
        return stream.finish();
    }

    private static byte[] head(long packed, long size, int check) {
        Out member = new Out()
                .ascii("-lh5-")
                .littleEndian32(packed)
                .littleEndian32(size)
                .littleEndian32(0);
        member.u8(0x20)
                .u8(1)
                .u8(NAME.length)
                .raw(NAME)
                .littleEndian16(check)
                .u8(' ')
                .littleEndian16(0);
        int sum = 0;
        for (byte b : member.toArray()) {
            sum += b;
        }
        // Two words that are the same in every file stand behind one that is left of the program's memory.
        Out out = new Out()
                .littleEndian16(HEADER)
                .ascii(MAGIC)
                .zeros(8)
                .littleEndian32(0x0001_153A)
                .littleEndian16(1);
        return out.u8(FIXED + NAME.length).u8(sum).raw(member.toArray()).toArray();
    }
}
