package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** WebP (RFC 9649 section 2): image data, animation, profile, and an Exif block that says no more than how the picture is turned. */
final class WebpWalk implements PictureScan.Walk {

    /** "acsp", the first byte the lowest. */
    private static final int ACSP = 0x70736361;

    private static final Map<String, Integer> FIXED = Map.of("VP8X", 10, "ANIM", 6, "EXIF", 26);

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        if ((in.getInt(4) & 0xFFFFFFFFL) + 8 != in.capacity()) {
            found.add("bytes behind the end");
        }
        in.position(12);
        chunks(in, false, found);
    }

    private static void chunks(ByteBuffer in, boolean frame, List<String> found) {
        Set<String> seen = new HashSet<>();
        while (in.hasRemaining()) {
            byte[] name = new byte[4];
            in.get(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            int length = in.getInt();
            ByteBuffer body = in.slice(in.position(), length).order(in.order());
            in.position(in.position() + length + (length & 1));
            switch (type) {
                case "VP8 ", "VP8L", "ALPH" -> {
                    if (!seen.add(type.substring(0, 3))) {
                        found.add("a second " + type);
                    }
                }
                case "ANMF" -> {
                    body.position(16);
                    chunks(body, true, found);
                }
                case "ICCP" -> {
                    if (frame || length < 40 || body.getInt(36) != ACSP) {
                        found.add("a profile that is none");
                    }
                }
                default -> {
                    if (frame || FIXED.getOrDefault(type, -1) != length) {
                        found.add("chunk " + type + " of " + length + " bytes");
                    }
                }
            }
        }
    }
}
