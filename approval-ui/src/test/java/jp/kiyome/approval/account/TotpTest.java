package jp.kiyome.approval.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B: the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheSpecification(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /** RFC 4226, appendix D. */
    @Test
    void countersGiveTheCodesOfTheSpecification() {
        String[] codes = {
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"
        };
        for (int i = 0; i < codes.length; i++) {
            assertThat(Totp.code(SECRET, i, 6)).isEqualTo(codes[i]);
        }
    }

    @Test
    void aCodeIsTakenOnceAndOneStepEarlyOrLate() {
        String secret = Base32.write(SECRET);
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long near = -1; near <= 1; near++) {
            assertThat(Totp.match(secret, Totp.code(SECRET, step + near, 6), now, 0))
                    .hasValue(step + near);
        }
        assertThat(Totp.match(secret, Totp.code(SECRET, step - 2, 6), now, 0)).isEmpty();
        assertThat(Totp.match(secret, Totp.code(SECRET, step + 2, 6), now, 0)).isEmpty();
        assertThat(Totp.match(secret, Totp.code(SECRET, step, 6), now, step)).isEmpty();
        assertThat(Totp.match(secret, "", now, 0)).isEmpty();
    }

    /** RFC 4648, 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheSpecification(String bytes, String text) {
        assertThat(Base32.write(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.read(text)).asString(StandardCharsets.US_ASCII).isEqualTo(bytes);
    }
}
