package jp.kiyome.image.jpeg;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** Reads scan headers (T.81 B.2.3) and finds where their entropy-coded data ends. Not for sharing. */
final class ScanReader {

    private final Frame frame;
    private final CodingTables tables;

    ScanReader(Frame frame, CodingTables tables) {
        this.frame = frame;
        this.tables = tables;
    }

    /** @param header what stands behind the segment's length; {@code entropy} lies at the first entropy-coded byte and is moved behind the last */
    Scan read(ByteReader header, ByteReader entropy) {
        int count = header.u8();
        if (count < 1 || count > frame.components().size()) {
            throw Refused.damaged("JPEG scan of " + count + " components");
        }
        List<Scan.Part> parts = new ArrayList<>();
        int blocks = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            int component = component(header.u8());
            if (component <= last) {
                throw Refused.damaged("JPEG scan with components out of order");
            }
            last = component;
            blocks += frame.components().get(component).h()
                    * frame.components().get(component).v();
            int destinations = header.u8();
            if ((destinations >> 4) > 3 || (destinations & 15) > 3) {
                throw Refused.damaged("JPEG scan with table destinations " + destinations);
            }
            parts.add(new Scan.Part(component, tables.dc(destinations >> 4), tables.ac(destinations & 15)));
        }
        if (count > 1 && blocks > 10) {
            throw Refused.damaged("JPEG scan with " + blocks + " blocks in an interleaved unit");
        }
        return withBands(header, entropy, parts);
    }

    private Scan withBands(ByteReader header, ByteReader entropy, List<Scan.Part> parts) {
        int spectralStart = header.u8();
        int spectralEnd = header.u8();
        int approximation = header.u8();
        if (header.remaining() > 0) {
            throw Refused.damaged("JPEG scan header longer than its fields");
        }
        long start = entropy.position();
        skipEntropyCoded(entropy);
        return new Scan(
                List.copyOf(parts),
                spectralStart,
                spectralEnd,
                approximation >> 4,
                approximation & 15,
                tables.restartInterval(),
                start,
                entropy.position());
    }

    private int component(int id) {
        for (int i = 0; i < frame.components().size(); i++) {
            if (frame.components().get(i).id() == id) {
                return i;
            }
        }
        throw Refused.damaged("JPEG scan of an unknown component");
    }

    /** Moves to the next marker that is no restart (T.81 B.1.1.2, B.1.1.5), or to the end. */
    private static void skipEntropyCoded(ByteReader in) {
        while (in.remaining() > 0) {
            in.skipTo((byte) 0xFF);
            if (in.remaining() < 2) {
                in.skip(in.remaining());
                return;
            }
            long at = in.position();
            in.skip(1);
            int code = in.u8();
            while (code == 0xFF && in.remaining() > 0) {
                code = in.u8();
            }
            if (code != 0 && code != 0xFF && !Marker.restart(code)) {
                in.seek(at);
                return;
            }
        }
    }
}
