package jp.kiyome.image.jpeg;

import java.util.Arrays;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import org.jspecify.annotations.Nullable;

/** The table destinations and the restart interval as the segments read so far have set them (T.81 B.2.4). Not for sharing. */
final class CodingTables {

    private final @Nullable QuantTable[] quantisation = new QuantTable[4];
    private final Scan.Tables[] dc = new Scan.Tables[4];
    private final Scan.Tables[] ac = new Scan.Tables[4];
    private int restartInterval;

    CodingTables() {
        Arrays.fill(dc, new Scan.Tables.Undefined());
        Arrays.fill(ac, new Scan.Tables.Undefined());
    }

    void readDqt(ByteReader in) {
        while (in.remaining() > 0) {
            int head = in.u8();
            if (head >> 4 > 1 || (head & 15) > 3) {
                throw Refused.damaged("JPEG DQT with precision and destination " + head);
            }
            quantisation[head & 15] = QuantTable.read(in, head >> 4 == 1);
        }
    }

    void readDht(ByteReader in) {
        while (in.remaining() > 0) {
            int head = in.u8();
            if (head >> 4 > 1 || (head & 15) > 3) {
                throw Refused.damaged("JPEG DHT with class and destination " + head);
            }
            int[] lengths = new int[16];
            int codes = 0;
            for (int i = 0; i < 16; i++) {
                lengths[i] = in.u8();
                codes += lengths[i];
            }
            in.require(codes);
            int[] symbols = new int[codes];
            for (int i = 0; i < codes; i++) {
                symbols[i] = in.u8();
            }
            (head >> 4 == 0 ? dc : ac)[head & 15] = new Scan.Tables.Defined(new HuffmanTable(lengths, symbols));
        }
    }

    void readDri(ByteReader in) {
        restartInterval = in.u16be();
        if (in.remaining() > 0) {
            throw Refused.damaged("JPEG DRI longer than its value");
        }
    }

    int restartInterval() {
        return restartInterval;
    }

    Scan.Tables dc(int destination) {
        return dc[destination];
    }

    Scan.Tables ac(int destination) {
        return ac[destination];
    }

    QuantTable quantisation(int destination) {
        QuantTable table = quantisation[destination];
        if (table == null) {
            throw Refused.damaged("JPEG component uses a quantisation table that nobody defined");
        }
        return table;
    }
}
