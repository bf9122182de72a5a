package jp.kiyome.testcorpus.image;

import java.nio.ByteOrder;
import java.util.List;
import jp.kiyome.testcorpus.picture.Bmp;
import jp.kiyome.testcorpus.picture.Gif;
import jp.kiyome.testcorpus.picture.Jp2;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.picture.Tiff;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places in pictures that no reader shows. */
public final class ImagePlaces {

    private ImagePlaces() {}

    public static List<Placement> all() {
        return List.of(
                Placement.of("jpeg-comment", "jpg", token -> Edits.segment(0xFE, token.bytes())),
                Placement.of("jpeg-jfif-thumbnail", "jpg", token -> Edits.segment(0xE0, "JFXX\0\u0013", token.bytes())),
                Placement.of("jpeg-exif", "jpg", token -> Edits.segment(0xE1, "Exif\0\0", token.bytes())),
                Placement.of(
                        "jpeg-xmp",
                        "jpg",
                        token -> Edits.segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", token.bytes())),
                Placement.of("jpeg-profile", "jpg", token -> Edits.segment(0xE2, "ICC_PROFILE\0\1\1", token.bytes())),
                Placement.of("jpeg-adobe", "jpg", token -> Edits.segment(0xEE, "Adobe\0d\0\0\0\0\1", token.bytes())),
                Placement.of("jpeg-unused-quantisation-table", "jpg", ImagePlaces::unusedTable)
                        .untold("tables are written anew: those that a scan needs"),
                Placement.of(
                        "jpeg-between",
                        "jpg",
                        token -> Edits.insert(Clean.jpeg(), ImageVectors.BEHIND_JFIF, token.bytes())),
                Placement.of("jpeg-behind", "jpg", token -> Edits.append(Clean.jpeg(), token.bytes())),
                Placement.of("png-text", "png", token -> Edits.png("tEXt", Edits.ascii("a\0" + token.text()))),
                Placement.of("png-unknown", "png", token -> Edits.png("prVt", token.bytes())),
                Placement.of("png-exif", "png", token -> Edits.png("eXIf", token.bytes())),
                Placement.of(
                        "png-profile-name", "png", token -> Edits.png("iCCP", Edits.ascii(token.text() + "\0\0x"))),
                Placement.of("png-stream", "png", token -> new Png()
                        .slackInStream(token.bytes())
                        .bytes()),
                Placement.of("png-behind", "png", token -> Edits.append(Clean.png(), token.bytes())),
                Placement.of("gif-everywhere", "gif", token -> Gif.with(token.bytes())),
                Placement.of("gif-plain-text", "gif", token -> Edits.gif(1, new byte[12], token.bytes())),
                Placement.of("bmp-gaps", "bmp", token -> Bmp.with(token.bytes())),
                Placement.of("bmp-reserved", "bmp", ImagePlaces::reservedFields),
                Placement.of("tiff-everywhere", "tif", token -> Tiff.with(token.bytes())),
                Placement.of("webp-exif", "webp", token -> Edits.webp(Clean.alphaWebp(), "EXIF", token.bytes())),
                Placement.of("webp-xmp", "webp", token -> Edits.webp(Clean.alphaWebp(), "XMP ", token.bytes())),
                Placement.of("webp-unknown", "webp", token -> Edits.webp(Clean.alphaWebp(), "pRvt", token.bytes())),
                Placement.of("webp-behind", "webp", token -> Edits.append(Clean.webp(), token.bytes())),
                Placement.of("webp-behind-lossy", "webp", token -> behindChunk(Clean.webp(), token)),
                Placement.of("webp-behind-lossless", "webp", token -> behindChunk(Clean.losslessWebp(), token)),
                Placement.of(
                        "jp2-xml",
                        "jp2",
                        token -> Jp2.file(new byte[0], Jp2.codestream(), Jp2.box("xml ", token.bytes()))),
                Placement.of(
                        "jp2-unknown",
                        "jp2",
                        token -> Jp2.file(Jp2.box("free", token.bytes()), Jp2.codestream(), new byte[0])),
                Placement.of(
                        "jp2-comment",
                        "jp2",
                        token -> Jp2.file(new byte[0], Jp2.codestreamWith(0x64, token.bytes()), new byte[0])),
                Placement.of("j2k-behind", "j2k", token -> Edits.append(Jp2.codestream(), token.bytes())),
                Placement.of("icon-behind", "ico", token -> Edits.append(Clean.icon(), token.bytes())));
    }

    /** A quantisation table that no component names. */
    private static byte[] unusedTable(Token token) {
        Bytes table = new Bytes().octets(3);
        for (int i = 0; i < 4; i++) {
            table.raw(token.bytes());
        }
        return Edits.segment(0xDB, table.toArray());
    }

    /** biXPelsPerMeter and its neighbours stay, so the token stands where a program finds the palette's reserved bytes. */
    private static byte[] reservedFields(Token token) {
        byte[] bmp = Clean.bmp();
        return Edits.append(Edits.put32(bmp, 6, ByteOrder.LITTLE_ENDIAN, 0), token.bytes());
    }

    /** Behind the last bit of the only chunk, inside it. */
    private static byte[] behindChunk(byte[] webp, Token token) {
        byte[] whole = Edits.append(webp, token.bytes());
        byte[] sized = Edits.put32(whole, 16, ByteOrder.LITTLE_ENDIAN, whole.length - 20);
        return Edits.put32(sized, 4, ByteOrder.LITTLE_ENDIAN, whole.length - 8);
    }
}
