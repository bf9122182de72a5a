package jp.kiyome.message.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenLinksTest {

    private static String broken(String text) throws IOException {
        StringBuilder all = new StringBuilder();
        try (BrokenLinks in = new BrokenLinks(new StringReader(text), true)) {
            char[] few = new char[3];
            for (int read = in.read(few, 0, 3); read >= 0; read = in.read(few, 0, 3)) {
                all.append(few, 0, read);
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https[:]//a.example/x",
        "HTTP://a, HTTP[:]//a",
        "見てhttp://a://b, 見てhttp[:]//a[:]//b",
        "www.a.example, www[.]a.example",
        "(WWW.a), (WWW[.]a)",
        "awww.a, awww.a",
        "wwww.a, wwww.a",
        "10:30 / a:/b:, 10:30 / a:/b:",
        "mailto:a@b.example, mailto:a@b.example",
        "ww, ww"
    })
    void nothingIsLeftToFollowAndTheRestStays(String text, String expected) throws IOException {
        assertThat(broken(text)).isEqualTo(expected);
        assertThat(broken(expected)).isEqualTo(expected);
    }

    @Test
    void withoutTheChoiceNothingChanges() throws IOException {
        char[] all = new char[20];
        try (BrokenLinks in = new BrokenLinks(new StringReader("http://a"), false)) {
            assertThat(new String(all, 0, in.read(all, 0, 20))).isEqualTo("http://a");
            assertThat(in.broken()).isZero();
        }
    }
}
