package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PNG and APNG (W3C PNG, third edition): chunks that change how the picture looks, each with the length it must have. */
final class PngWalk implements PictureScan.Walk {

    private static final Set<String> FREE = Set.of("PLTE", "IDAT", "tRNS", "bKGD", "iCCP", "fdAT");
    private static final Map<String, Integer> FIXED = Map.of(
            "IHDR", 13, "IEND", 0, "gAMA", 4, "cHRM", 32, "sRGB", 1, "cICP", 4, "pHYs", 9, "acTL", 8, "fcTL", 26,
            "eXIf", 26);

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        in.position(8);
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.getInt();
            byte[] name = new byte[4];
            in.get(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            in.position(in.position() + length + 4);
            if (!FREE.contains(type) && FIXED.getOrDefault(type, -1) != length) {
                found.add("chunk " + type + " of " + length + " bytes");
            }
        }
        if (in.hasRemaining()) {
            found.add(in.remaining() + " bytes behind the end");
        }
    }
}
