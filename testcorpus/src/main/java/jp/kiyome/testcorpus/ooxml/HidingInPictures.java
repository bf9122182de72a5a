package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.picture;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

import java.util.List;
import java.util.function.Function;
import jp.kiyome.testcorpus.picture.Bmp;
import jp.kiyome.testcorpus.picture.Gif;
import jp.kiyome.testcorpus.picture.Jpeg;
import jp.kiyome.testcorpus.picture.Png;
import jp.kiyome.testcorpus.picture.Tiff;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;
import jp.kiyome.testcorpus.zip.Deflate;

/** Places in the pictures of a document. */
final class HidingInPictures {

    private HidingInPictures() {}

    static List<Placement> all() {
        return List.of(
                image("png-text", "png", token -> new Png()
                        .text("Comment", token.text())
                        .bytes()),
                image("png-compressed-text", "png", token -> new Png()
                        .chunk("zTXt", joined("k\0\0", Deflate.zlib(token.bytes())))
                        .bytes()),
                image("png-unicode-text", "png", token -> new Png()
                        .chunk("iTXt", joined("k\0\0\0\0\0", token.bytes()))
                        .bytes()),
                image("png-exif", "png", token -> new Png()
                        .chunk("eXIf", joined("II*\0", token.bytes()))
                        .bytes()),
                image("png-profile", "png", token -> new Png()
                        .chunk("iCCP", joined("k\0\0", Deflate.zlib(token.bytes())))
                        .bytes()),
                image("png-unknown-chunk", "png", token -> new Png()
                        .chunk("kyOm", token.bytes())
                        .bytes()),
                image("png-slack", "png", token -> new Png()
                        .slackInStream(token.bytes())
                        .bytes()),
                image("png-trailer", "png", token -> new Png()
                        .trailer(token.bytes())
                        .bytes()),
                image("jpeg-comment", "jpg", token -> new Jpeg()
                        .segment(0xFE, token.bytes())
                        .bytes()),
                image("jpeg-exif", "jpg", token -> new Jpeg()
                        .segment(0xE1, joined("Exif\0\0II*\0", token.bytes()))
                        .bytes()),
                image("jpeg-xmp", "jpg", token -> new Jpeg()
                        .segment(0xE1, joined("http://ns.adobe.com/xap/1.0/\0", token.bytes()))
                        .bytes()),
                image("jpeg-photoshop", "jpg", token -> new Jpeg()
                        .segment(0xED, joined("Photoshop 3.0\0", token.bytes()))
                        .bytes()),
                image("jpeg-profile", "jpg", token -> new Jpeg()
                        .segment(0xE2, joined("ICC_PROFILE\0\1\1", token.bytes()))
                        .bytes()),
                image("jpeg-unknown-segment", "jpg", token -> new Jpeg()
                        .segment(0xE9, token.bytes())
                        .bytes()),
                image("jpeg-trailer", "jpg", token -> new Jpeg()
                        .trailer(token.bytes())
                        .bytes()),
                image("gif", "gif", token -> Gif.with(token.bytes())),
                image("bmp", "bmp", token -> Bmp.with(token.bytes())),
                image("tiff", "tiff", token -> Tiff.with(token.bytes())));
    }

    private static Placement image(String name, String extension, Function<Token, byte[]> picture) {
        String type = extension.equals("jpg") ? "jpeg" : extension;
        return Placement.of("picture-" + name, "docx", token -> Docx.of(p(run("Look: "), picture("r:embed=\"rId9\"")))
                .defaultType(extension, "image/" + type)
                .relate(MAIN, "rId9", Rel.office("image"), "media/image1." + extension)
                .member("word/media/image1." + extension, picture.apply(token))
                .bytes());
    }

    private static byte[] joined(String before, byte[] bytes) {
        return new Bytes().ascii(before).raw(bytes).toArray();
    }
}
