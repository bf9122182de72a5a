package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** JPEG 2000: the few boxes of a clean file, and a codestream whose main header says only how it is coded. */
final class Jp2Walk implements PictureScan.Walk {

    private static final Set<String> BOXES =
            Set.of("jP  ", "ftyp", "jp2h", "ihdr", "colr", "pclr", "cmap", "cdef", "res ", "resc", "resd", "jp2c");
    private static final Set<Integer> MARKERS = Set.of(0xFF51, 0xFF52, 0xFF53, 0xFF5C, 0xFF5D);
    private static final int SOC = 0xFF4F;
    private static final int SOT = 0xFF90;
    private static final int EOC = 0xFFD9;

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        if ((in.getShort(0) & 0xFFFF) == SOC) {
            codestream(in, found);
        } else {
            boxes(in, found);
        }
    }

    private static void boxes(ByteBuffer in, List<String> found) {
        int at = 0;
        while (at < in.capacity()) {
            int length = in.getInt(at);
            byte[] letters = new byte[4];
            in.get(at + 4, letters);
            String type = new String(letters, StandardCharsets.ISO_8859_1);
            if (!BOXES.contains(type) || length < 8) {
                found.add("box " + type + " of " + length + " bytes");
                return;
            }
            ByteBuffer inside = in.slice(at + 8, length - 8);
            switch (type) {
                case "jp2h", "res " -> boxes(inside, found);
                case "jp2c" -> codestream(inside, found);
                case "ftyp" -> {
                    if (length != 20) {
                        found.add("brands besides jp2");
                    }
                }
                default -> {}
            }
            at += length;
        }
    }

    private static void codestream(ByteBuffer in, List<String> found) {
        int at = 2;
        while ((in.getShort(at) & 0xFFFF) != SOT) {
            int marker = in.getShort(at) & 0xFFFF;
            if (!MARKERS.contains(marker)) {
                found.add("marker " + Integer.toHexString(marker));
            }
            at += 2 + (in.getShort(at + 2) & 0xFFFF);
        }
        while ((in.getShort(at) & 0xFFFF) == SOT) {
            at += in.getInt(at + 6);
        }
        if ((in.getShort(at) & 0xFFFF) != EOC || at + 2 != in.capacity()) {
            found.add("a codestream that does not end with its tiles");
        }
    }
}
