package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BlankPictureTest {

    @Test
    void itHasTheAspectAndShowsNothing() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(BlankPicture.png(16_000, 9_000)));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(144);
        assertThat(image.getRGB(100, 100) >>> 24).isZero();
    }

    @Test
    void rebuildingItChangesNothing() {
        for (long[] size : new long[][] {{1, 1}, {1, 1_000_000}, {640, 480}, {Long.MAX_VALUE, 3}}) {
            byte[] blank = BlankPicture.png(size[0], size[1]);
            Rebuilding.Result result = Rebuilding.rebuild(blank);
            assertThat(result.bytes()).isEqualTo(blank);
            assertThat(result.findings()).isEmpty();
        }
    }

    @Test
    void nothingHasNoPicture() {
        assertThatThrownBy(() -> BlankPicture.png(0, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
