package jp.kiyome.office.escher;

import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.office.record.Numbers;

/**
 * The MD4 message digest (RFC 1320), by which drawings tell their pictures apart ([MS-ODRAW] 2.2.32). It protects nothing here.
 */
final class Md4 {

    private static final int BLOCK = 64;
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] CONSTANTS = {0, 0x5A827999, 0x6ED9EBA1};
    /** Which word each step takes: one row a round (RFC 1320 section 3.4). */
    private static final int[][] WORDS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };

    private final int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};

    private Md4() {}

    /** The sixteen bytes of a content's digest. */
    static byte[] of(Content content) {
        Md4 digest = new Md4();
        byte[] buffer = new byte[BLOCK << 10];
        long whole = content.size() / BLOCK * BLOCK;
        for (long at = 0; at < whole; ) {
            int length = (int) Math.min(buffer.length, whole - at);
            content.copy(at, buffer, 0, length);
            for (int block = 0; block < length; block += BLOCK) {
                digest.block(buffer, block);
            }
            at += length;
        }
        digest.last(content, whole);
        byte[] bytes = new byte[16];
        for (int i = 0; i < 4; i++) {
            Numbers.put(bytes, i * 4, 4, digest.state[i]);
        }
        return bytes;
    }

    private void last(Content content, long from) {
        int left = (int) (content.size() - from);
        byte[] tail = new byte[left < BLOCK - 8 ? BLOCK : BLOCK * 2];
        content.copy(from, tail, 0, left);
        tail[left] = (byte) 0x80;
        long bits = content.size() * 8;
        Numbers.put(tail, tail.length - 8, 4, (int) bits);
        Numbers.put(tail, tail.length - 4, 4, (int) (bits >> 32));
        for (int block = 0; block < tail.length; block += BLOCK) {
            block(tail, block);
        }
    }

    private void block(byte[] bytes, int from) {
        int[] words = new int[16];
        for (int i = 0; i < 16; i++) {
            words[i] = Numbers.i32(bytes, from + i * 4);
        }
        int[] now = Arrays.copyOf(state, 4);
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 16; step++) {
                int sum = now[0] + mixed(round, now[1], now[2], now[3]) + words[WORDS[round][step]] + CONSTANTS[round];
                int turned = Integer.rotateLeft(sum, SHIFTS[round][step % 4]);
                now[0] = now[3];
                now[3] = now[2];
                now[2] = now[1];
                now[1] = turned;
            }
        }
        for (int i = 0; i < 4; i++) {
            state[i] += now[i];
        }
    }

    private static int mixed(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> x & y | ~x & z;
            case 1 -> x & y | x & z | y & z;
            default -> x ^ y ^ z;
        };
    }
}
