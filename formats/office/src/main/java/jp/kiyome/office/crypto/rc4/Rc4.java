package jp.kiyome.office.crypto.rc4;

/** The stream of bytes that a key gives. Not thread-safe. */
final class Rc4 {

    private final byte[] state = new byte[256];
    private int i;
    private int j;

    /** @param key 5 to 16 bytes */
    Rc4(byte[] key) {
        for (int n = 0; n < 256; n++) {
            state[n] = (byte) n;
        }
        int other = 0;
        for (int n = 0; n < 256; n++) {
            other = (other + state[n] + key[n % key.length]) & 0xFF;
            byte held = state[n];
            state[n] = state[other];
            state[other] = held;
        }
    }

    private byte next() {
        i = (i + 1) & 0xFF;
        byte one = state[i];
        j = (j + one) & 0xFF;
        byte two = state[j];
        state[i] = two;
        state[j] = one;
        return state[(one + two) & 0xFF];
    }

    void skip(int count) {
        for (int n = 0; n < count; n++) {
            next();
        }
    }

    /** Locks what is open and opens what is locked, in place. */
    void apply(byte[] data, int from, int to) {
        for (int n = from; n < to; n++) {
            data[n] ^= next();
        }
    }
}
