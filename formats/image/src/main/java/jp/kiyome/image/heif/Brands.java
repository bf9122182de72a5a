package jp.kiyome.image.heif;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/** What a file of the ISO base media format says it is (14496-12 4.3). Stateless. */
final class Brands {

    private static final List<String> HEVC = List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final List<String> AV1 = List.of("avif", "avis");
    private static final List<String> EITHER = List.of("mif1", "mif2", "msf1");
    private static final int LONGEST = 256;
    private static final int FIRST = 8;
    private static final int OTHERS = 16;

    private Brands() {}

    /** The coding that the first telling brand names; HEVC where only the general ones stand. */
    static Optional<String> coding(Content content) {
        byte[] head = new byte[(int) Math.min(LONGEST, content.size())];
        content.copy(0, head, 0, head.length);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.length() < OTHERS || !text.startsWith("ftyp", 4)) {
            return Optional.empty();
        }
        int length = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
        String major = text.substring(FIRST, FIRST + 4);
        boolean general = EITHER.contains(major);
        for (int at = FIRST; at + 4 <= Math.min(length, text.length()); at += at == FIRST ? 8 : 4) {
            String brand = text.substring(at, at + 4);
            if (HEVC.contains(brand)) {
                return Optional.of("hvc1");
            }
            if (AV1.contains(brand)) {
                return Optional.of("av01");
            }
            if (!general) {
                return Optional.empty();
            }
        }
        return general ? Optional.of("hvc1") : Optional.empty();
    }
}
