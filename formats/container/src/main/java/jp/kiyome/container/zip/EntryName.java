package jp.kiyome.container.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * A member's name as its bytes are read, before its separators are looked at.
 *
 * @param text the decoded name
 * @param guessed whether the archive does not say by its UTF-8 bit which charset the name has, and it matters
 */
record EntryName(String text, boolean guessed) {

    /** Info-ZIP Unicode Path Extra Field (APPNOTE 4.6.9). */
    private static final int UNICODE_PATH = 0x7075;

    /**
     * What names without the UTF-8 bit are written in where this engine runs: UTF-8 by macOS and Linux, the ANSI code page
     * by Japanese Windows. The specification's own IBM 437 (APPNOTE D.1) is nobody's.
     */
    private static final List<Charset> UNSAID = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    static EntryName read(LittleEndian in, CentralEntry entry) {
        byte[] raw = in.bytes(entry.name());
        if (ascii(raw)) {
            return new EntryName(new String(raw, StandardCharsets.US_ASCII), false);
        }
        if (GeneralFlags.utf8(entry.flags())) {
            return decoded(raw, StandardCharsets.UTF_8)
                    .map(text -> new EntryName(text, false))
                    .orElseThrow(() -> unreadable(raw));
        }
        return unicodePath(in, raw, entry.extra())
                .or(() -> UNSAID.stream()
                        .flatMap(charset -> decoded(raw, charset).stream())
                        .findFirst())
                .map(text -> new EntryName(text, true))
                .orElseThrow(() -> unreadable(raw));
    }

    /** Refuses a second name beside the first: programs that read it show another member than those that do not. */
    void requireNoOther(LittleEndian in, Span rawName, ExtraFields extra) {
        if (extra.blocks().isEmpty()) {
            return;
        }
        unicodePath(in, in.bytes(rawName), extra)
                .filter(other -> !other.equals(text))
                .ifPresent(other -> {
                    throw Refusal.of("zip.disagreement", Location.ofPart(text), "Unicode path " + other);
                });
    }

    static boolean ascii(byte[] raw) {
        for (byte b : raw) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static Optional<String> unicodePath(LittleEndian in, byte[] raw, ExtraFields extra) {
        return extra.only(UNICODE_PATH).map(block -> in.bytes(block.data())).flatMap(data -> {
            // Version 1, then the CRC-32 of the name it was made for: with another name it is stale, and not to be
            // used.
            CRC32 crc = new CRC32();
            crc.update(raw);
            boolean current = data.length > 5
                    && data[0] == 1
                    && Integer.toUnsignedLong(Integer.reverseBytes(
                                    ByteBuffer.wrap(data, 1, 4).getInt()))
                            == crc.getValue();
            return current
                    ? Optional.of(decoded(Arrays.copyOfRange(data, 5, data.length), StandardCharsets.UTF_8)
                            .orElseThrow(() -> unreadable(raw)))
                    : Optional.empty();
        });
    }

    private static Optional<String> decoded(byte[] raw, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString());
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    private static Refusal unreadable(byte[] raw) {
        return Refusal.of("zip.name", Location.ofPart(new String(raw, StandardCharsets.ISO_8859_1)), "charset");
    }
}
