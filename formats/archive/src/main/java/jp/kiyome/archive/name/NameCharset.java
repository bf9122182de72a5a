package jp.kiyome.archive.name;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells what names are written in where the archive does not say: all of them together, for one alone is short. */
final class NameCharset {

    static final Charset CP932 = Charset.forName("windows-31j");

    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    /** What the ZIP specification says of names that say nothing (APPNOTE D.1); it reads every byte. */
    private static final Charset LAST = Charset.forName("IBM437");

    private NameCharset() {}

    /** The charset that reads all names; where several do, the one in which they look most like Japanese. */
    static Charset of(List<byte[]> names) {
        if (readsAll(StandardCharsets.UTF_8, names)) {
            return StandardCharsets.UTF_8;
        }
        boolean shift = readsAll(CP932, names);
        boolean extended = readsAll(EUC_JP, names);
        if (shift && extended) {
            return score(EUC_JP, names) > score(CP932, names) ? EUC_JP : CP932;
        }
        return shift ? CP932 : extended ? EUC_JP : LAST;
    }

    static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    /** Whether a text can be written and reads the same again. */
    static boolean holds(Charset charset, String text) {
        try {
            byte[] bytes = encoded(charset, text);
            return decoded(bytes, charset).equals(Optional.of(text));
        } catch (CharacterCodingException cannot) {
            return false;
        }
    }

    private static byte[] encoded(Charset charset, String text) throws CharacterCodingException {
        ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
        return Arrays.copyOf(bytes.array(), bytes.limit());
    }

    private static boolean readsAll(Charset charset, List<byte[]> names) {
        return names.stream().allMatch(name -> decoded(name, charset).isPresent());
    }

    /** How Japanese the characters are, for each byte: real names are kana and kanji, wrong ones half-width kana and rarities. */
    private static double score(Charset charset, List<byte[]> names) {
        long points = 0;
        long bytes = 0;
        for (byte[] name : names) {
            bytes += name.length;
            points += decoded(name, charset).orElse("").codePoints().mapToLong(NameCharset::points).sum();
        }
        return bytes == 0 ? 0 : (double) points / bytes;
    }

    private static long points(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point >= 0x3041 && point <= 0x30FE) {
            return 6;
        }
        if (point >= 0x4E00 && point <= 0x9FFF) {
            return 4;
        }
        return point >= 0xFF61 && point <= 0xFF9F ? -1 : -4;
    }
}
