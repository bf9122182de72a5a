package jp.kiyome.testcorpus.ooxml;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A document as offices send it: some pages of text and a picture. */
public final class OfficeReport {

    private static final String[] SENTENCES = {
        "本件につきましては、先日の会議で決定したとおり進めてまいります。", "予算の執行状況は別表のとおりです。", "来月の定例会は第二水曜日に開催します。", "ご不明な点は総務課までお問い合わせください。"
    };

    private OfficeReport() {}

    /**
     * A document.
     *
     * @param side of its picture, which does not compress, in pixels: 230 make a file of about 200 KB
     */
    public static byte[] docx(int side) {
        Random random = new Random(side);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(
                    Docx.paragraph(i + ". " + SENTENCES[random.nextInt(SENTENCES.length)] + random.nextInt(100_000)));
        }
        text.append(Docx.p(Docx.picture("r:embed=\"rIdPicture\"")));
        return Docx.png(Docx.of(text.toString()), "rIdPicture", png(random, side))
                .bytes();
    }

    private static byte[] png(Random random, int side) {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw", e);
        }
    }
}
