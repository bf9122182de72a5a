package jp.kiyome.pdf.read;

import java.util.BitSet;

/** Which objects have been read, and which are named by those that have. Numbers past those of real files are not told apart. */
final class Reached {

    private static final int MOST = 1 << 23;

    private final BitSet read = new BitSet();
    private final BitSet named = new BitSet();

    void read(int number) {
        if (number < MOST) {
            read.set(number);
        }
    }

    void named(int number) {
        if (number < MOST) {
            named.set(number);
        }
    }

    /** Whether it was read, or may be. */
    boolean has(int number) {
        return number >= MOST || read.get(number) || named.get(number);
    }

    /** The next object that is named and has not been read, from a number on; negative where there is none. */
    int waiting(int from) {
        int number = named.nextSetBit(from);
        while (number >= 0 && read.get(number)) {
            number = named.nextSetBit(number + 1);
        }
        return number;
    }
}
