package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** JPEG (ITU-T T.81 annex B): the markers of a picture, and of the application segments those that change how it looks. */
final class JpegWalk implements PictureScan.Walk {

    private static final Set<Integer> PICTURE = Set.of(0xC0, 0xC1, 0xC2, 0xC4, 0xDB);
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;
    private static final int EXIF_LENGTH = 32;

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        in.position(2);
        while (true) {
            if ((in.get() & 0xFF) != 0xFF) {
                found.add("bytes between segments");
                return;
            }
            int marker = in.get() & 0xFF;
            if (marker == 0xD9) {
                break;
            }
            byte[] body = new byte[(in.getShort() & 0xFFFF) - 2];
            in.get(body);
            segment(marker, body, found);
            if (marker == 0xDA) {
                skipScan(in, found);
            }
        }
        if (in.hasRemaining()) {
            found.add(in.remaining() + " bytes behind the end");
        }
    }

    private static void segment(int marker, byte[] body, List<String> found) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        boolean known =
                switch (marker) {
                    case 0xDA -> true;
                    case 0xE0 ->
                        text.startsWith("JFIF\0") && body.length == JFIF_LENGTH && body[12] == 0 && body[13] == 0;
                    case 0xE1 -> text.startsWith("Exif\0\0MM\0*") && body.length == EXIF_LENGTH;
                    case 0xE2 -> text.startsWith("ICC_PROFILE\0") && (body[12] != 1 || text.startsWith("acsp", 50));
                    case 0xEE -> text.startsWith("Adobe") && body.length == ADOBE_LENGTH;
                    default -> PICTURE.contains(marker);
                };
        if (!known) {
            found.add("segment " + Integer.toHexString(marker));
        }
    }

    private static void skipScan(ByteBuffer in, List<String> found) {
        while (true) {
            if ((in.get() & 0xFF) == 0xFF) {
                int code = in.get() & 0xFF;
                if (code != 0) {
                    in.position(in.position() - 2);
                    if (code >= 0xD0 && code <= 0xD7 || code == 0xFF) {
                        found.add("marker " + Integer.toHexString(code) + " inside a scan");
                    }
                    return;
                }
            }
        }
    }
}
