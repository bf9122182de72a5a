package jp.kiyome.testcorpus.ooxml;

import java.nio.charset.StandardCharsets;
import jp.kiyome.testcorpus.zip.Bytes;

/** A compound file ([MS-CFB]) as far as its magic goes, with text in two encodings where streams would be. */
final class CompoundFile {

    private static final int SECTOR = 512;

    private CompoundFile() {}

    static byte[] with(String text) {
        Bytes out = new Bytes().octets(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        out.raw(new byte[SECTOR - out.size()]);
        out.raw(text.getBytes(StandardCharsets.UTF_8)).raw(text.getBytes(StandardCharsets.UTF_16LE));
        return out.raw(new byte[(SECTOR - out.size() % SECTOR) % SECTOR + (out.size() <= 2 * SECTOR ? SECTOR : 0)])
                .toArray();
    }
}
