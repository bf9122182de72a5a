package jp.kiyome.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.type.FileType;
import jp.kiyome.image.bmp.BmpRebuilder;
import jp.kiyome.image.emf.EmfRebuilder;
import jp.kiyome.image.gif.GifRebuilder;
import jp.kiyome.image.gzip.CompressedRebuilder;
import jp.kiyome.image.heif.HeifRebuilder;
import jp.kiyome.image.ico.IconRebuilder;
import jp.kiyome.image.jp2.Jpeg2000Rebuilder;
import jp.kiyome.image.jpeg.JpegRebuilder;
import jp.kiyome.image.pict.PictRebuilder;
import jp.kiyome.image.png.PngRebuilder;
import jp.kiyome.image.svg.SvgRebuilder;
import jp.kiyome.image.tiff.TiffRebuilder;
import jp.kiyome.image.webp.WebpRebuilder;
import jp.kiyome.image.wmf.WmfRebuilder;

/**
 * How a picture format begins: bytes at offset 0 and, where those are short, at a second place. Immutable.
 *
 * @param type what a file that begins so is
 * @param offset of the second part
 */
record Signature(FileType type, String first, int offset, String second) {

    static final FileType SVGZ = FileType.of("svgz", "image/svg+xml", "svgz");
    static final FileType EMZ = FileType.of("emz", "image/x-emz", "emz");
    static final FileType WMZ = FileType.of("wmz", "image/x-wmz", "wmz");

    /** Pictures that come compressed as a whole, by what is inside. */
    private static final Map<FileType, FileType> COMPRESSED =
            Map.of(SvgRebuilder.TYPE, SVGZ, EmfRebuilder.TYPE, EMZ, WmfRebuilder.TYPE, WMZ);

    private static final FileType PSD = FileType.of("psd", "image/vnd.adobe.photoshop", "psd");
    private static final FileType JXR = FileType.of("jxr", "image/jxr", "jxr", "wdp", "hdp");

    /** Told apart so that the report can say what was blocked. */
    static final List<FileType> UNSUPPORTED = List.of(PSD, JXR);

    private static final List<Signature> ALL = List.of(
            of(JpegRebuilder.TYPE, "\u00FF\u00D8\u00FF"),
            of(PngRebuilder.TYPE, "\u0089PNG\r\n\u001A\n"),
            of(GifRebuilder.TYPE, "GIF87a"),
            of(GifRebuilder.TYPE, "GIF89a"),
            of(TiffRebuilder.TYPE, "II*\0"),
            of(TiffRebuilder.TYPE, "MM\0*"),
            of(TiffRebuilder.TYPE, "II+\0"),
            of(TiffRebuilder.TYPE, "MM\0+"),
            new Signature(EmfRebuilder.TYPE, "\u0001\0\0\0", 40, " EMF"),
            of(WmfRebuilder.TYPE, "\u00D7\u00CD\u00C6\u009A"),
            of(WmfRebuilder.TYPE, "\u0001\0\u0009\0\0\u0003"),
            of(WmfRebuilder.TYPE, "\u0001\0\u0009\0\0\u0001"),
            of(WmfRebuilder.TYPE, "\u0002\0\u0009\0\0\u0003"),
            of(WmfRebuilder.TYPE, "\u0002\0\u0009\0\0\u0001"),
            new Signature(WebpRebuilder.TYPE, "RIFF", 8, "WEBP"),
            new Signature(IconRebuilder.ICON, "\0\0\u0001\0", 9, "\0"),
            new Signature(IconRebuilder.CURSOR, "\0\0\u0002\0", 9, "\0"),
            of(Jpeg2000Rebuilder.FILE, "\0\0\0\u000CjP  \r\n\u0087\n"),
            of(Jpeg2000Rebuilder.CODESTREAM, "\u00FFO\u00FFQ"),
            of(PSD, "8BPS"),
            of(JXR, "II\u00BC\u0001"));

    /** BITMAPFILEHEADER has two letters and no more; its reserved fields and the next header's size make it a signature. */
    private static final List<Integer> BMP_HEADERS = List.of(12, 16, 40, 52, 56, 64, 108, 124);

    private static final int SMALLEST_BMP = 26;

    /** Bytes that the longest looks at. */
    private static final int HEAD = 44;

    private static Signature of(FileType type, String first) {
        return new Signature(type, first, 0, "");
    }

    static Optional<FileType> recognize(Content content) {
        return plain(content).or(() -> CompressedRebuilder.inside(content, Signature::plain)
                .flatMap(inside -> Optional.ofNullable(COMPRESSED.get(inside))));
    }

    private static Optional<FileType> plain(Content content) {
        byte[] head = new byte[(int) Math.min(HEAD, content.size())];
        content.copy(0, head, 0, head.length);
        if (isBmp(head)) {
            return Optional.of(BmpRebuilder.TYPE);
        }
        for (Signature signature : ALL) {
            if (stands(head, 0, signature.first) && stands(head, signature.offset, signature.second)) {
                return Optional.of(signature.type);
            }
        }
        Optional<FileType> coded = HeifRebuilder.recognize(content);
        if (coded.isPresent()) {
            return coded;
        }
        if (PictRebuilder.recognizes(content)) {
            return Optional.of(PictRebuilder.TYPE);
        }
        return SvgRebuilder.recognizes(content) ? Optional.of(SvgRebuilder.TYPE) : Optional.empty();
    }

    private static boolean stands(byte[] head, int at, String wanted) {
        if (head.length < at + wanted.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if ((head[at + i] & 0xFF) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBmp(byte[] head) {
        return head.length >= SMALLEST_BMP
                && stands(head, 0, "BM")
                && stands(head, 15, "\0\0\0")
                && BMP_HEADERS.contains((int) head[14]);
    }
}
