package jp.kiyome.bridge.clamd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file whose only member says that it is encrypted: bit 0 of the general purpose flags (APPNOTE.TXT 4.4.4). */
final class LockedZip {

    private LockedZip() {}

    static byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] body = new byte[64];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("locked.txt");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(body.length);
            CRC32 crc = new CRC32();
            crc.update(body);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no write errors", e);
        }
        byte[] zip = bytes.toByteArray();
        zip[6] |= 1;
        for (int i = 0; i < zip.length - 10; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }
}
