package jp.kiyome.core.charset;

import java.util.Optional;

/**
 * Whether bytes are UTF-16 that no mark announces. Taken for it only where zero bytes make up a sixteenth at least and stand on
 * one side of the pairs, and everything reads as assigned characters without controls: a line end alone has such a byte.
 */
final class WideEvidence {

    private static final int SHARE = 16;

    private final Side little = new Side(Encoding.UTF_16LE);
    private final Side big = new Side(Encoding.UTF_16BE);
    private long total;
    private long zeroesFirst;
    private long zeroesSecond;
    private boolean second;
    private int first = -1;

    void feed(byte[] bytes, int offset, int length) {
        if (first < 0 && length > 0) {
            first = bytes[offset] & 0xFF;
        }
        if (!little.wellFormed && !big.wellFormed || hopeless()) {
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            byte value = bytes[i];
            if (value == 0) {
                zeroesFirst += second ? 0 : 1;
                zeroesSecond += second ? 1 : 0;
            }
            second = !second;
            little.accept(value & 0xFF);
            big.accept(value & 0xFF);
        }
        total += length;
    }

    /** No mark, and after the first piece hardly a zero byte: nothing that comes later makes this clear. */
    private boolean hopeless() {
        return first < 0xFE && total > 0 && (zeroesFirst + zeroesSecond) * SHARE * 4 < total;
    }

    void end() {
        little.end();
        big.end();
        second = false;
    }

    boolean wellFormed(Encoding encoding) {
        return encoding == Encoding.UTF_16LE ? little.wellFormed : big.wellFormed;
    }

    Optional<Encoding> clear() {
        if (zeroesSecond * SHARE >= total && zeroesFirst * SHARE < zeroesSecond && clear(little)) {
            return Optional.of(Encoding.UTF_16LE);
        }
        if (zeroesFirst * SHARE >= total && zeroesSecond * SHARE < zeroesFirst && clear(big)) {
            return Optional.of(Encoding.UTF_16BE);
        }
        return Optional.empty();
    }

    private boolean clear(Side side) {
        return side.usual && total > 0 && !hopeless();
    }

    /** One byte order. */
    private static final class Side {

        private final Encoding encoding;
        private ByteReading reading;
        private boolean wellFormed = true;
        private boolean usual = true;

        Side(Encoding encoding) {
            this.encoding = encoding;
            this.reading = encoding.reading();
        }

        void accept(int value) {
            if (!wellFormed) {
                return;
            }
            int read = reading.accept(value);
            wellFormed = read >= 0 || read == ByteReading.PENDING;
            usual &= wellFormed && (read < 0 || usual(read));
        }

        private static boolean usual(int character) {
            return character >= 0x20 && Character.isDefined(character) && character != 0xFFFE
                    || character >= '\t' && character <= '\r';
        }

        void end() {
            wellFormed &= !reading.pending();
            usual &= wellFormed;
            reading = encoding.reading();
        }
    }
}
