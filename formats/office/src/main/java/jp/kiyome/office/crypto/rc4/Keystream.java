package jp.kiyome.office.crypto.rc4;

/**
 * Opens what a key has locked, and locks with the same call: RC4 begins anew with each block, whose number is part of its key. No
 * state: threads may share it.
 */
@FunctionalInterface
public interface Keystream {

    /** The key of a block, 5 to 16 bytes ([MS-OFFCRYPTO] 2.3.5.2, 2.3.6.2). */
    byte[] key(int block);

    /** One block from its beginning, in place. */
    default void block(int number, byte[] data, int from, int to) {
        new Rc4(key(number)).apply(data, from, to);
    }

    /**
     * Part of a stream that is cut into blocks, in place.
     *
     * @param stream from its first byte, so that a byte's index is its place
     * @param blockSize bytes: 512 in documents, 1024 in workbooks
     */
    default void stream(byte[] stream, int from, int to, int blockSize) {
        for (int at = from; at < to; ) {
            int number = at / blockSize;
            int end = (int) Math.min(to, (number + 1L) * blockSize);
            Rc4 block = new Rc4(key(number));
            block.skip(at % blockSize);
            block.apply(stream, at, end);
            at = end;
        }
    }
}
