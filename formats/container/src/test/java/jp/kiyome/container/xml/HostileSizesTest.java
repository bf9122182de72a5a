package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes and shapes made to cost much: they are refused, or cost no more than other documents of their length. */
@Timeout(60)
class HostileSizesTest {

    private static final String ROOT = "<t:doc xmlns:t='urn:test:main'>";

    @Test
    void elementsTooDeepAreRefused() {
        assertThat(Filtered.refusal(Filtered.doc("<a>".repeat(63) + "</a>".repeat(63))))
                .isEqualTo("accepted");
        assertThat(Filtered.refusal(Filtered.doc("<a>".repeat(64) + "</a>".repeat(64))))
                .isEqualTo("limit.xml-depth");
    }

    @Test
    void tooManyAttributesAreRefused() {
        assertThat(Filtered.refusal(Filtered.doc("<a" + numbered(512, i -> " a" + i + "=''") + "/>")))
                .isEqualTo("accepted");
        assertThat(Filtered.refusal(Filtered.doc("<a" + numbered(513, i -> " a" + i + "=''") + "/>")))
                .isEqualTo("xml.too-large");
    }

    @Test
    void namesTooLongAreRefused() {
        for (String shape : List.of("<%s/>", "<a %s=''/>", "<?%s?>")) {
            assertThat(Filtered.refusal(Filtered.doc(shape.formatted("n".repeat(1000)))))
                    .isEqualTo("accepted");
            assertThat(Filtered.refusal(Filtered.doc(shape.formatted("n".repeat(1001)))))
                    .isEqualTo("xml.too-large");
        }
    }

    @Test
    void aTagWithoutEndIsRefusedBeforeItFillsTheMemory() {
        InputStream endless = endless(ROOT + "<a b='");
        assertThatThrownBy(() -> Filtered.of(endless)).hasMessageContaining("xml.too-large");
    }

    @Test
    void judgedTextWithoutEndIsRefusedBeforeItFillsTheMemory() {
        InputStream endless = endless(ROOT + "<t:p><t:val>");
        assertThatThrownBy(() -> Filtered.of(endless)).hasMessageContaining("xml.too-large");
    }

    static List<String> shapes() {
        int many = 200_000;
        return List.of(
                "<!--" + "- ".repeat(many * 10) + "-->",
                "<?a " + "? ".repeat(many * 10) + "?>",
                "<![CDATA[" + "]] ".repeat(many * 5) + "]]>",
                "]".repeat(many * 10),
                "&#x20;".repeat(many),
                "<![CDATA[ ]]>".repeat(many),
                "<!---->".repeat(many),
                "<a/>".repeat(many),
                numbered(many, i -> "<n" + i + "/>"),
                numbered(many, i -> "<a xmlns:n" + i + "='u" + i + "'/>"),
                numbered(many, i -> "<a xmlns:a='u" + i + "' a:b=''/>"),
                numbered(many / 8, i -> "<" + sameHash(i) + "/>"),
                ("<a" + numbered(512, i -> " a" + i + "=''") + "/>").repeat(many / 512),
                ("<a" + numbered(512, i -> " " + sameHash(i) + "=''") + "/>").repeat(many / 4096),
                numbered(50, i -> "<a" + numbered(500, j -> " xmlns:p" + i + "x" + j + "='u'") + ">")
                        + "<a xmlns='u'/><b xmlns=''/>".repeat(many / 2)
                        + "</a>".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void noShapeCostsMoreThanItsLength(String shape) {
        String document = Filtered.doc(shape);
        long begin = System.nanoTime();
        Filtered.of(document);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    /** Names with one value of the polynomial hash by which names are found: "Aa" and "BB" share theirs. */
    private static String sameHash(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    private static String numbered(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(java.util.stream.Collectors.joining());
    }

    private static InputStream endless(String begin) {
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                return '1';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) '1');
                return length;
            }
        };
        return new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(begin.getBytes(java.nio.charset.StandardCharsets.UTF_8)), rest);
    }
}
