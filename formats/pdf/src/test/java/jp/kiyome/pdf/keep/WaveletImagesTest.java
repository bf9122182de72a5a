package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

/** What a JPEG 2000 picture holds besides colours is a soft mask, or is told. */
class WaveletImagesTest {

    private static String picture() throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, i < 32 ? 0xFF102030 : 0x00102030);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            J2KImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
            writer.setOutput(target);
            writer.write(image);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static Rebuilding drawn(String entries) throws IOException {
        return Rebuilding.of(Rebuilding.page(
                "<</XObject<</I 5 0 R>>>>",
                "/I Do",
                Rebuilding.stream(5, "/Subtype/Image/Width 8/Height 8/Filter/JPXDecode" + entries, picture())));
    }

    @Test
    void opacityThatThePictureCarriesBecomesASoftMask() throws IOException {
        Rebuilding result = drawn("/ColorSpace/DeviceRGB/SMaskInData 1");
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).doesNotContain("pdf.picture", "pdf.picture-channel");
        assertThat(result.output())
                .contains("/SMask ")
                .contains("/ColorSpace/DeviceGray")
                .doesNotContain("/Matte");
    }

    @Test
    void opacityMixedInAlreadySaysSo() throws IOException {
        assertThat(drawn("/ColorSpace/DeviceRGB/SMaskInData 2").output()).contains("/Matte[0 0 0]");
    }

    @Test
    void opacityThatNoReaderShowsIsTold() throws IOException {
        Rebuilding result = drawn("/ColorSpace/DeviceRGB");
        assertThat(result.codes()).contains("pdf.picture-channel");
        assertThat(result.output()).doesNotContain("/SMask ");
    }

    @Test
    void aPictureWithoutAColourSpaceHasItsOwn() throws IOException {
        assertThat(drawn("/SMaskInData 1").output()).contains("/ColorSpace/DeviceRGB");
    }
}
