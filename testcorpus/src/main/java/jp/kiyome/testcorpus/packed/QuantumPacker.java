package jp.kiyome.testcorpus.packed;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs as Quantum does (M. Russotto, "The Quantum Compression Format"), simply: matches are looked for near by, within a
 * block. Models live on from block to block.
 */
final class QuantumPacker {

    private static final int REACH = 200;
    private static final int LONGEST = 259;
    private static final int AHEAD = 16;
    private static final int[] LENGTHS = {
        0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 18, 22, 26, 30, 38, 46, 54, 62, 78, 94, 110, 126, 158, 190, 222, 254
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private final Counts kinds = new Counts(0, 7);
    private final List<Counts> literals = new ArrayList<>();
    private final Counts threes;
    private final Counts fours;
    private final Counts longs;
    private final Counts lengths = new Counts(0, LENGTHS.length);

    /** Bits of the arithmetic coder, and those that stand between them by themselves. */
    private final StringBuilder coded = new StringBuilder();

    private final List<Plain> plain = new ArrayList<>();
    private int low;
    private int high;
    private int waiting;
    private int shifts;

    /** Bits that are read when so many of the coder's were shifted in. */
    private record Plain(int shifts, String bits) {}

    QuantumPacker(int windowBits) {
        for (int i = 0; i < 4; i++) {
            literals.add(new Counts(64 * i, 64));
        }
        threes = new Counts(0, Math.min(2 * windowBits, 24));
        fours = new Counts(0, Math.min(2 * windowBits, 36));
        longs = new Counts(0, 2 * windowBits);
    }

    byte[] block(byte[] bytes) {
        coded.setLength(0);
        plain.clear();
        low = 0;
        high = 0xFFFF;
        waiting = 0;
        shifts = 0;
        int at = 0;
        while (at < bytes.length) {
            int back = farthest(bytes, at);
            int length = back == 0 ? 0 : same(bytes, at, back);
            if (length < 3) {
                int value = bytes[at++] & 0xFF;
                code(kinds, value >>> 6);
                code(literals.get(value >>> 6), value);
            } else {
                match(length, back - 1);
                at += length;
            }
        }
        waiting++;
        bit(low >>> 14 & 1);
        coded.append("0".repeat(AHEAD));
        return woven();
    }

    private byte[] woven() {
        StringBuilder all = new StringBuilder();
        int next = 0;
        for (int i = 0; i < coded.length(); i++) {
            while (next < plain.size() && plain.get(next).shifts + AHEAD == i) {
                all.append(plain.get(next++).bits);
            }
            all.append(coded.charAt(i));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        all.append("0".repeat(-all.length() & 7));
        for (int i = 0; i < all.length(); i += 8) {
            bytes.write(Integer.parseInt(all, i, i + 8, 2));
        }
        return bytes.toByteArray();
    }

    private static int farthest(byte[] bytes, int at) {
        int best = 0;
        int most = 2;
        for (int back = 1; back <= Math.min(at, REACH); back++) {
            int length = same(bytes, at, back);
            if (length > most) {
                best = back;
                most = length;
            }
        }
        return best;
    }

    private static int same(byte[] bytes, int at, int back) {
        int length = 0;
        while (length < LONGEST && at + length < bytes.length && bytes[at + length] == bytes[at + length - back]) {
            length++;
        }
        return length;
    }

    private void match(int length, int offset) {
        int slot = offset;
        int bits = 0;
        if (offset >= 4) {
            bits = 30 - Integer.numberOfLeadingZeros(offset);
            slot = 2 * bits + 2 + (offset >>> bits & 1);
        }
        code(kinds, length == 3 ? 4 : length == 4 ? 5 : 6);
        if (length > 4) {
            int step = LENGTHS.length - 1;
            while (LENGTHS[step] > length - 5) {
                step--;
            }
            code(lengths, step);
            bits(length - 5 - LENGTHS[step], LENGTH_BITS[step]);
        }
        code(length == 3 ? threes : length == 4 ? fours : longs, slot);
        bits(offset, bits);
    }

    private void bits(int value, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            text.append(value >>> i & 1);
        }
        plain.add(new Plain(shifts, text.toString()));
    }

    private void code(Counts counts, int symbol) {
        int place = counts.place(symbol);
        int range = high - low + 1;
        int total = counts.from(0);
        high = low + counts.from(place) * range / total - 1;
        low += counts.from(place + 1) * range / total;
        counts.came(place);
        while (true) {
            if (((low ^ high) & 0x8000) == 0) {
                bit(low >>> 15);
            } else if ((low & 0x4000) != 0 && (high & 0x4000) == 0) {
                waiting++;
                low &= 0x3FFF;
                high |= 0x4000;
            } else {
                return;
            }
            low = low << 1 & 0xFFFF;
            high = (high << 1 | 1) & 0xFFFF;
            shifts++;
        }
    }

    private void bit(int value) {
        coded.append(value);
        coded.append(String.valueOf(1 - value).repeat(waiting));
        waiting = 0;
    }

    /** How often symbols came, the model of the format. */
    private static final class Counts {

        private final List<Integer> symbols = new ArrayList<>();
        private int[] sums;
        private int left = 4;

        Counts(int first, int count) {
            sums = new int[count + 1];
            for (int i = 0; i < count; i++) {
                symbols.add(first + i);
                sums[i] = count - i;
            }
        }

        int place(int symbol) {
            return symbols.indexOf(symbol);
        }

        int from(int place) {
            return sums[place];
        }

        void came(int place) {
            for (int i = 0; i <= place; i++) {
                sums[i] += 8;
            }
            if (sums[0] > 3800) {
                left--;
                if (left > 0) {
                    for (int i = symbols.size() - 1; i >= 0; i--) {
                        sums[i] = Math.max(sums[i] / 2, sums[i + 1] + 1);
                    }
                } else {
                    left = 50;
                    order();
                }
            }
        }

        private void order() {
            int count = symbols.size();
            int[] own = new int[count];
            for (int i = 0; i < count; i++) {
                own[i] = (sums[i] - sums[i + 1] + 1) / 2;
            }
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    if (own[i] < own[j]) {
                        int value = own[i];
                        own[i] = own[j];
                        own[j] = value;
                        symbols.set(j, symbols.set(i, symbols.get(j)));
                    }
                }
            }
            sums = new int[count + 1];
            for (int i = count - 1; i >= 0; i--) {
                sums[i] = own[i] + sums[i + 1];
            }
        }
    }
}
