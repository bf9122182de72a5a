package jp.kiyome.pdf.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import jp.kiyome.pdf.cos.Cos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class Group4Test {

    @Test
    void decodingUndoesEncoding() throws IOException {
        Random random = new Random(20260101);
        for (int i = 0; i < 300; i++) {
            int width = 1 + random.nextInt(i % 10 == 0 ? 6000 : 70);
            int height = 1 + random.nextInt(9);
            byte[] rows = rows(random, width, height);
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            Group4Writer.write(new ByteArrayInputStream(rows), width, height, encoded);
            Cos.Dict parms = Cos.Dict.EMPTY.with("K", Cos.num(-1)).with("Columns", Cos.num(width));
            byte[] decoded = FaxInput.of(new ByteArrayInputStream(encoded.toByteArray()), parms, height, () -> {})
                    .readAllBytes();
            assertThat(decoded).as(width + "x" + height).isEqualTo(rows);
        }
    }

    /** A row of a million changes below a white one, and the same again: each takes as many steps as it has pixels. */
    @Test
    @Timeout(20)
    void theWidestRowsTakeTheirTimeAndNoMore() throws IOException {
        int width = 1 << 20;
        byte[] rows = new byte[3 * width / 8];
        Arrays.fill(rows, (byte) 0x55);
        Arrays.fill(rows, 0, width / 8, (byte) 0xFF);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        Group4Writer.write(new ByteArrayInputStream(rows), width, 3, encoded);
        Cos.Dict parms = Cos.Dict.EMPTY.with("K", Cos.num(-1)).with("Columns", Cos.num(width));
        assertThat(FaxInput.of(new ByteArrayInputStream(encoded.toByteArray()), parms, 3, () -> {})
                        .readAllBytes())
                .isEqualTo(rows);
    }

    /** Runs of every length, white where the last byte of a row has bits to spare. */
    private static byte[] rows(Random random, int width, int height) {
        int rowBytes = (width + 7) / 8;
        byte[] rows = new byte[rowBytes * height];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            boolean black = random.nextBoolean();
            for (int x = 0; x < width; ) {
                int run = 1 + random.nextInt(random.nextBoolean() ? 4 : width);
                for (int i = x; black && i < Math.min(width, x + run); i++) {
                    rows[y * rowBytes + i / 8] &= (byte) ~(0x80 >> i % 8);
                }
                x += run;
                black = !black;
            }
        }
        return rows;
    }
}
