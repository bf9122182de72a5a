package jp.kiyome.mail.authentication.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyHashTest {

    private static byte[] bytes(String text) {
        return text.replace('|', '\n').replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hash(boolean relaxed, byte[] body) {
        BodyHash hash = new BodyHash(relaxed);
        hash.add(body, body.length);
        return hash.finish();
    }

    @Test
    void emptyBodiesHaveTheHashesOfTheStandard() {
        Base64.Encoder base64 = Base64.getEncoder();
        assertThat(base64.encodeToString(hash(false, new byte[0])))
                .isEqualTo("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
        assertThat(base64.encodeToString(hash(true, bytes("||"))))
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    /** Lines end with a bar; the first two are the example of RFC 6376 §3.4.5. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "true,' C |D \t E|||',' C|D E|'",
                "false,' C |D \t E|||',' C |D \t E|'",
                "true,'a','a|'",
                "false,'a','a|'",
                "true,'a||b|','a||b|'",
                "true,'a| \t|b| |','a||b|'",
                "false,' ||',' |'",
                "true,' |\t|',''",
                "true,'  a  b  |',' a b|'"
            })
    void formsAreThoseOfTheStandard(boolean relaxed, String body, String expected) throws Exception {
        byte[] wanted = MessageDigest.getInstance("SHA-256").digest(bytes(expected));
        assertThat(hash(relaxed, bytes(body))).isEqualTo(wanted);
    }

    @Test
    void carriageReturnsAndLineFeedsAloneAreText() throws Exception {
        byte[] body = "a\rb\nc\r\r\n\r".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wanted = MessageDigest.getInstance("SHA-256")
                .digest("a\rb\nc\r\r\n\r\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(hash(false, body)).isEqualTo(wanted);
        assertThat(hash(true, body)).isEqualTo(wanted);
    }

    @Test
    void piecesMakeNoDifference() {
        byte[] body = bytes("a  b \t|| |c|d  ||e\r||");
        for (boolean relaxed : new boolean[] {true, false}) {
            for (int cut = 0; cut <= body.length; cut++) {
                BodyHash hash = new BodyHash(relaxed);
                hash.add(Arrays.copyOf(body, cut), cut);
                byte[] rest = Arrays.copyOfRange(body, cut, body.length);
                hash.add(rest, rest.length);
                assertThat(hash.finish()).isEqualTo(hash(relaxed, body));
            }
        }
    }
}
