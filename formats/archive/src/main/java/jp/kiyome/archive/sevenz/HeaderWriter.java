package jp.kiyome.archive.sevenz;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Writes headers in one form: one folder for all files, LZMA2 and perhaps AES; names, times, and whether it is a folder. */
final class HeaderWriter {

    private static final int DIRECTORY = 0x10;
    private static final int FILE = 0x20;

    private HeaderWriter() {}

    /**
     * The folder of all files.
     *
     * @param packed bytes in the file
     * @param compressed bytes before they were encrypted
     */
    record Packed(long packed, long compressed, int windowProperty, Optional<SevenZKey> key) {}

    static byte[] header(List<Written> members, Packed packed) {
        HeaderOutput out = new HeaderOutput().u8(Id.HEADER);
        List<Written> streams = members.stream().filter(Written::hasStream).toList();
        if (!streams.isEmpty()) {
            out.u8(Id.MAIN_STREAMS);
            packInfo(out, 0, packed.packed);
            unpackInfo(out, streams.stream().mapToLong(Written::size).sum(), packed);
            files(out, streams);
            out.u8(Id.END);
        }
        if (!members.isEmpty()) {
            out.u8(Id.FILES);
            list(out, members);
        }
        return out.u8(Id.END).done();
    }

    /** What stands in the place of a header that was encrypted itself. */
    static byte[] encoded(long at, long packed, byte[] plain, SevenZKey key) {
        HeaderOutput out = new HeaderOutput().u8(Id.ENCODED_HEADER);
        packInfo(out, at, packed);
        out.u8(Id.UNPACK_INFO).u8(Id.FOLDER).number(1).u8(0).number(1);
        aes(out, key);
        out.u8(Id.UNPACK_SIZES).number(plain.length);
        out.u8(Id.CRC).u8(1).little(Signature.crc(plain), 4).u8(Id.END);
        return out.u8(Id.END).done();
    }

    private static void packInfo(HeaderOutput out, long at, long packed) {
        out.u8(Id.PACK_INFO).number(at).number(1);
        out.u8(Id.SIZE).number(packed).u8(Id.END);
    }

    private static void unpackInfo(HeaderOutput out, long plain, Packed packed) {
        out.u8(Id.UNPACK_INFO).u8(Id.FOLDER).number(1).u8(0);
        out.number(packed.key.isPresent() ? 2 : 1);
        out.u8(0x21).u8((int) Id.LZMA2).number(1).u8(packed.windowProperty);
        // The input of the first coder is the output of the second.
        packed.key.ifPresent(key -> {
            aes(out, key);
            out.number(0).number(1);
        });
        out.u8(Id.UNPACK_SIZES).number(plain);
        packed.key.ifPresent(key -> out.number(packed.compressed));
        out.u8(Id.END);
    }

    private static void aes(HeaderOutput out, SevenZKey key) {
        byte[] properties = key.written();
        out.u8(0x24).bytes(new byte[] {0x06, (byte) 0xF1, 0x07, 0x01});
        out.number(properties.length).bytes(properties);
    }

    private static void files(HeaderOutput out, List<Written> streams) {
        out.u8(Id.SUB_STREAMS).u8(Id.UNPACK_STREAMS).number(streams.size());
        if (streams.size() > 1) {
            out.u8(Id.SIZE);
            streams.subList(0, streams.size() - 1).forEach(file -> out.number(file.size()));
        }
        out.u8(Id.CRC).u8(1);
        streams.forEach(file -> out.little(file.crc32(), 4));
        out.u8(Id.END);
    }

    private static void list(HeaderOutput out, List<Written> members) {
        out.number(members.size());
        BitSet empty = new BitSet();
        BitSet emptyFiles = new BitSet();
        BitSet timed = new BitSet();
        HeaderOutput names = new HeaderOutput().u8(0);
        HeaderOutput times = new HeaderOutput();
        HeaderOutput attributes = new HeaderOutput().u8(1).u8(0);
        int number = 0;
        for (int i = 0; i < members.size(); i++) {
            Written member = members.get(i);
            if (!member.hasStream()) {
                empty.set(i);
                emptyFiles.set(number++, !member.folder());
            }
            names.bytes(member.member().path().getBytes(StandardCharsets.UTF_16LE))
                    .little(0, 2);
            timed.set(i, member.member().time().isPresent());
            member.member().time().ifPresent(time -> times.little(SevenZReader.FileTime.of(time), 8));
            attributes.little(member.folder() ? DIRECTORY : FILE, 4);
        }
        if (!empty.isEmpty()) {
            out.property(Id.EMPTY_STREAM, new HeaderOutput().bits(empty, members.size()));
        }
        if (!emptyFiles.isEmpty()) {
            out.property(Id.EMPTY_FILE, new HeaderOutput().bits(emptyFiles, number));
        }
        out.property(Id.NAMES, names);
        if (!timed.isEmpty()) {
            HeaderOutput marks = new HeaderOutput().u8(0).bits(timed, members.size());
            HeaderOutput defined = timed.cardinality() == members.size() ? new HeaderOutput().u8(1) : marks;
            out.property(Id.MODIFIED, defined.u8(0).bytes(times.done()));
        }
        out.property(Id.ATTRIBUTES, attributes).u8(Id.END);
    }
}
