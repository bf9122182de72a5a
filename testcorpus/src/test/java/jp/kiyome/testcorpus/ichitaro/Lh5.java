package jp.kiyome.testcorpus.ichitaro;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Unpacks -lh5- as its description has it: codes as words of zeros and ones. */
public final class Lh5 {

    private final byte[] packed;
    private int at;

    public Lh5(byte[] packed) {
        this.packed = packed;
    }

    public byte[] unpack(int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < size) {
            int symbols = number(16);
            Map<String, Integer> ofLengths = lengthsCode(5, 19, 3);
            Map<String, Integer> ofSymbols = symbolsCode(ofLengths);
            Map<String, Integer> ofPlaces = lengthsCode(4, 14, -1);
            for (int i = 0; i < symbols; i++) {
                int symbol = next(ofSymbols);
                if (symbol < 256) {
                    out.write(symbol);
                } else {
                    copy(out, symbol - 253, next(ofPlaces));
                }
            }
        }
        return out.toByteArray();
    }

    private void copy(ByteArrayOutputStream out, int length, int bits) {
        int back = bits < 2 ? bits : (1 << bits - 1) + number(bits - 1);
        byte[] done = out.toByteArray();
        for (int i = 0; i < length; i++) {
            int from = done.length - back - 1 + i % (back + 1);
            out.write(from < 0 ? ' ' : done[from]);
        }
    }

    private int number(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = 2 * value + bit();
        }
        return value;
    }

    private int bit() {
        int octet = at / 8 < packed.length ? packed[at / 8] & 0xFF : 0;
        return octet >> 7 - at++ % 8 & 1;
    }

    private int next(Map<String, Integer> code) {
        StringBuilder word = new StringBuilder();
        while (!code.containsKey(word.toString())) {
            word.append(bit());
        }
        return code.get(word.toString());
    }

    private Map<String, Integer> lengthsCode(int bits, int most, int gap) {
        int count = number(bits);
        if (count == 0) {
            return Map.of("", number(bits));
        }
        int[] lengths = new int[most];
        for (int i = 0; i < count; i++) {
            int length = number(3);
            while (length >= 7 && bit() == 1) {
                length++;
            }
            lengths[i] = length;
            i += i + 1 == gap ? number(2) : 0;
        }
        return words(lengths);
    }

    private Map<String, Integer> symbolsCode(Map<String, Integer> ofLengths) {
        int count = number(9);
        if (count == 0) {
            return Map.of("", number(9));
        }
        int[] lengths = new int[511];
        int i = 0;
        while (i < count) {
            int what = next(ofLengths);
            if (what > 2) {
                lengths[i++] = what - 2;
            } else {
                i += what == 0 ? 1 : what == 1 ? 3 + number(4) : 20 + number(9);
            }
        }
        return words(lengths);
    }

    private static Map<String, Integer> words(int[] lengths) {
        Map<String, Integer> words = new HashMap<>();
        int next = 0;
        for (int length = 1; length <= 16; length++) {
            next *= 2;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    String bits = Integer.toBinaryString(1 << length | next++).substring(1);
                    words.put(bits, symbol);
                }
            }
        }
        return words;
    }
}
