package jp.kiyome.office.doc.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.sprm.Sprm;

/** Formats of sections ([MS-DOC] 2.9.244), each read once: they do not overlap, so all of them are no longer than the stream. */
final class SectionFormats {

    private static final int NONE = -1;

    private final byte[] stream;
    private final Map<Integer, List<Sprm>> known = new HashMap<>();
    private long bytes;

    SectionFormats(byte[] stream) {
        this.stream = stream;
    }

    List<Sprm> at(int offset) {
        return offset == NONE ? List.of() : known.computeIfAbsent(offset, this::read);
    }

    private List<Sprm> read(int offset) {
        In in = In.of(stream, offset, Math.max(0L, (long) stream.length - offset), "sepx");
        int size = in.u16();
        bytes += size;
        if (bytes > stream.length) {
            throw in.broken("formats overlap");
        }
        return Sprm.read(in.part(size));
    }
}
