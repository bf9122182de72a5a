package jp.kiyome.archive.rar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiltersTest {

    @Test
    void differencesBecomeValuesAgain() {
        byte[] told = {1, 1, 1, 2, 2, 2};
        assertThat(new Delta(2).apply(told, 0)).containsExactly(-1, -2, -2, -4, -3, -6);
    }

    /** A call at 0x10 to 0x1000: the packer has written the target, the program has the way there. */
    @Test
    void targetsOfCallsBecomeRelativeAgain() {
        byte[] program = new byte[32];
        program[16] = (byte) 0xE8;
        program[18] = 0x10;
        byte[] turned = new Calls(false, true).apply(program, 0);
        assertThat(turned[17] & 0xFF | (turned[18] & 0xFF) << 8).isEqualTo(0x1000 - 17);
    }

    @Test
    void aFilterTakesItsOwnBytesAlone() {
        FilterStage stage = new FilterStage();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.begin(out::write);
        assertThat(stage.add(3, 2, new Delta(1))).isTrue();
        assertThat(stage.add(4, 2, new Delta(1))).isFalse();
        assertThat(stage.add(5, 1, new Delta(1))).isTrue();
        assertThat(stage.isDone()).isFalse();
        for (byte octet : new byte[] {1, 1, 1, 1, 1, 1, 1}) {
            stage.write(new byte[] {octet}, 0, 1);
        }
        assertThat(out.toByteArray()).containsExactly(1, 1, 1, -1, -2, -1, 1);
        assertThat(stage.isDone()).isTrue();
        assertThat(stage.add(2, 1, new Delta(1))).isFalse();
    }

    /** The hash of "abc" that the authors of BLAKE2 publish, and the same in pieces. */
    @Test
    void blake2spIsThatOfItsAuthors() {
        Blake2sp hash = new Blake2sp();
        hash.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        assertThat(hash.digest())
                .asHexString()
                .isEqualToIgnoringCase("70F75B58F1FECAB821DB43C88AD84EDDE5A52600616CD22517B7BB14D440A7D5");
        byte[] bytes = new byte[5000];
        new Random(3).nextBytes(bytes);
        Blake2sp whole = new Blake2sp();
        whole.update(bytes, 0, bytes.length);
        Blake2sp pieces = new Blake2sp();
        for (int at = 0; at < bytes.length; at += 100) {
            pieces.update(bytes, at, 100);
        }
        assertThat(pieces.digest()).isEqualTo(whole.digest());
    }
}
