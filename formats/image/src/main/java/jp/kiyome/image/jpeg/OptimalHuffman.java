package jp.kiyome.image.jpeg;

import java.util.Arrays;

/** Makes the best Huffman table for counted symbols: T.81 annex K.2, figures K.1 to K.4, with its limit of 16 bits. Stateless. */
final class OptimalHuffman {

    /** One code point is kept back so that no code is all ones (T.81 C.2, K.2). */
    private static final int RESERVED = 256;

    private OptimalHuffman() {}

    /** @param counts how often each symbol 0 to 255 occurs; ties are broken by symbol, so the same counts give the same table */
    static HuffmanTable of(long[] counts) {
        int[] sizes = codeSizes(Arrays.copyOf(counts, 257));
        int[] bits = new int[258];
        for (int size : sizes) {
            bits[size]++;
        }
        bits[0] = 0;
        limitTo16(bits);
        int last = 16;
        while (last > 0 && bits[last] == 0) {
            last--;
        }
        bits[last]--;
        return new HuffmanTable(Arrays.copyOfRange(bits, 1, 17), sorted(sizes));
    }

    private static int[] codeSizes(long[] frequency) {
        frequency[RESERVED] = 1;
        int[] size = new int[257];
        int[] other = new int[257];
        Arrays.fill(other, -1);
        while (true) {
            int least = least(frequency, -1);
            int second = least(frequency, least);
            if (second < 0) {
                return size;
            }
            frequency[least] += frequency[second];
            frequency[second] = 0;
            int tail = deepen(least, size, other);
            other[tail] = second;
            deepen(second, size, other);
        }
    }

    /** The symbol with the smallest count above 0, the greatest such symbol when several have it (figure K.1). */
    private static int least(long[] frequency, int except) {
        int found = -1;
        for (int i = 0; i <= RESERVED; i++) {
            if (frequency[i] > 0 && i != except && (found < 0 || frequency[i] <= frequency[found])) {
                found = i;
            }
        }
        return found;
    }

    private static int deepen(int start, int[] size, int[] other) {
        int at = start;
        size[at]++;
        while (other[at] >= 0) {
            at = other[at];
            size[at]++;
        }
        return at;
    }

    /** Figure K.3: a pair of too long codes gives up a bit; a shorter code becomes the prefix of two. */
    private static void limitTo16(int[] bits) {
        for (int length = bits.length - 1; length > 16; length--) {
            while (bits[length] > 0) {
                int shorter = length - 2;
                while (bits[shorter] == 0) {
                    shorter--;
                }
                bits[length] -= 2;
                bits[length - 1]++;
                bits[shorter + 1] += 2;
                bits[shorter]--;
            }
        }
    }

    private static int[] sorted(int[] sizes) {
        int[] symbols = new int[256];
        int count = 0;
        for (int size = 1; size <= 256; size++) {
            for (int symbol = 0; symbol < 256; symbol++) {
                if (sizes[symbol] == size) {
                    symbols[count++] = symbol;
                }
            }
        }
        return Arrays.copyOf(symbols, count);
    }
}
