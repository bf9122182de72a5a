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
    private final int[] dcLow = {0, 0, 0, 0};
    private final int[] dcHigh = {1, 1, 1, 1};
    private final int[] acLow = {5, 5, 5, 5};
    private int restartInterval;
    private boolean arithmetic;

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

    /** From here on scans are coded arithmetically. */
    void arithmetic() {
        arithmetic = true;
    }

    boolean isArithmetic() {
        return arithmetic;
    }

    /** T.81 B.2.4.3. */
    void readDac(ByteReader in) {
        while (in.remaining() > 0) {
            int head = in.u8();
            int value = in.u8();
            int destination = head & 15;
            boolean valid = head >> 4 == 0 ? (value & 15) <= value >> 4 : value >= 1 && value <= 63;
            if (head >> 4 > 1 || destination > 3 || !valid) {
                throw Refused.damaged("JPEG DAC of class and destination " + head + ", value " + value);
            }
            if (head >> 4 == 0) {
                dcLow[destination] = value & 15;
                dcHigh[destination] = value >> 4;
            } else {
                acLow[destination] = value;
            }
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
        return arithmetic
                ? new Scan.Tables.Arithmetic(
                        new Scan.Conditioning(destination, dcLow[destination], dcHigh[destination]))
                : dc[destination];
    }

    Scan.Tables ac(int destination) {
        return arithmetic
                ? new Scan.Tables.Arithmetic(new Scan.Conditioning(destination, acLow[destination], 0))
                : ac[destination];
    }

    QuantTable quantisation(int destination) {
        QuantTable table = quantisation[destination];
        if (table == null) {
            throw Refused.damaged("JPEG component uses a quantisation table that nobody defined");
        }
        return table;
    }
}
