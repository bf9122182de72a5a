package jp.kiyome.archive.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.container.zip.ZipRecords;

/**
 * What the headers of a member say, in the one form that is written.
 *
 * @param names the charset of names; where it is not UTF-8 a field with the Unicode name stands beside each
 * @param locked whether files are encrypted
 */
record Headers(Charset names, boolean locked) {

    private static final byte[] NONE = {};
    static final int STORED = 0;
    static final int DEFLATED = 8;

    ZipRecords.Entry folder(NewMember member) {
        return entry(member.path() + "/", member, STORED, NONE, new Sizes(0, 0, 0));
    }

    /** What is known when a file's bytes are written. */
    record Sizes(long crc32, long compressed, long plain) {}

    ZipRecords.Entry file(NewMember member, Sizes sizes) {
        int method = member.stored() ? STORED : DEFLATED;
        if (!locked) {
            return entry(member.path(), member, method, NONE, sizes);
        }
        // AE-2 declares no CRC-32: with few bytes it would tell what they are.
        Sizes unsummed = new Sizes(0, sizes.compressed, sizes.plain);
        return entry(member.path(), member, AesField.METHOD, AesField.strongest(method), unsummed);
    }

    private ZipRecords.Entry entry(String path, NewMember member, int method, byte[] aes, Sizes sizes) {
        byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
        boolean ascii = utf8.length == path.length();
        boolean unicode = names.equals(StandardCharsets.UTF_8);
        byte[] name = unicode ? utf8 : path.getBytes(names);
        return new ZipRecords.Entry(
                name,
                unicode && !ascii,
                method,
                aes,
                unicode || ascii ? NONE : ZipRecords.unicodePath(name, utf8),
                path.endsWith("/"),
                DosTime.write(member.time()),
                sizes.crc32,
                sizes.compressed,
                sizes.plain);
    }
}
