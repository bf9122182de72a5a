package jp.kiyome.container.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final int SIZE = 1 << 17;

    /** Literals and matches, once through the window and once by looking back in all that was written. */
    @Test
    void whatIsCopiedIsWhatStoodThere() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Window window = new Window(SIZE, out::write);
        byte[] plain = new byte[4 * SIZE];
        Random random = new Random(5);
        int at = 0;
        while (at < plain.length - 300) {
            if (at == 0 || random.nextInt(3) == 0) {
                plain[at] = (byte) random.nextInt();
                window.put(plain[at++]);
                continue;
            }
            int distance =
                    1 + (random.nextBoolean() ? random.nextInt(Math.min(at, 20)) : random.nextInt(Math.min(at, SIZE)));
            int length = 1 + random.nextInt(280);
            assertThat(window.reaches(distance)).isTrue();
            window.copy(distance, length);
            for (int i = 0; i < length; i++, at++) {
                plain[at] = plain[at - distance];
            }
        }
        window.flush();
        assertThat(window.written()).isEqualTo(at);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(plain, at));
    }

    @Test
    void noMatchReachesBeforeTheFirstByteOrPastTheWindow() {
        Window window = new Window(1 << 8, (bytes, offset, length) -> {});
        assertThat(window.reaches(1)).isFalse();
        for (int i = 0; i < 1000; i++) {
            window.put(i);
        }
        assertThat(window.reaches(256)).isTrue();
        assertThat(window.reaches(257)).isFalse();
        assertThat(window.reaches(0)).isFalse();
        assertThat(window.reaches(-1)).isFalse();
    }
}
