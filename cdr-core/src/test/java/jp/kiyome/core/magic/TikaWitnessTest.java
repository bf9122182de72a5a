package jp.kiyome.core.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikaWitnessTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final TikaWitness WITNESS = new TikaWitness();

    private static Content hex(String hex) {
        return HeapContent.of(HexFormat.of().parseHex(hex));
    }

    private static Content text(String text) {
        return HeapContent.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414000600, application/zip",
        "d0cf11e0a1b11ae1, application/x-ole-storage",
        "89504e470d0a1a0a, image/png",
        "ffd8ffe0, image/jpeg",
        "474946383961, image/gif",
        "49492a00, image/tiff",
        "255044462d312e37, application/pdf",
        "20255044462d312e37, application/pdf",
        "4d5a9000, application/x-msdownload",
        "1f8b0800, application/gzip"
    })
    void theFirstBytesNameTheType(String hex, String mediaType) {
        assertThat(WITNESS.mediaType(hex(hex))).isEqualTo(mediaType);
    }

    @Test
    void whatTheTableDoesNotKnowTikaNames() {
        Content flv = hex("464c5601050000000900000000");
        assertThat(WITNESS.mediaType(flv)).isEmpty();
        assertThat(WITNESS.longerLook(flv)).isEqualTo("video/x-flv");
    }

    @Test
    void aTypeIsNamedWithoutItsParameters() {
        String dxf = "  0\r\nSECTION\r\n  2\r\nHEADER\r\n  9\r\n$ACADVER\r\n  1\r\nAC1015\r\n";
        assertThat(WITNESS.longerLook(HeapContent.of(dxf.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("image/vnd.dxf");
    }

    @Test
    void onlyTheStartIsLookedAt() {
        byte[] far = new byte[TikaWitness.LOOKED_AT * 2];
        Arrays.fill(far, (byte) 1);
        assertThat(WITNESS.mediaType(HeapContent.of(far))).isEmpty();
    }

    @Test
    void aDocumentLooksLikeItsContainer() {
        assertThat(WITNESS.contradicts("application/zip", DOCX)).isFalse();
        assertThat(WITNESS.contradicts("application/x-ole-storage", DOCX)).isFalse();
        assertThat(WITNESS.contradicts("", DOCX)).isFalse();
        assertThat(WITNESS.contradicts("image/png", "image/png")).isFalse();
    }

    @Test
    void aPdfThatCallsItselfAPictureIsAContradiction() {
        assertThat(WITNESS.contradicts(WITNESS.mediaType(text("%PDF-1.7 ")), "image/png"))
                .isTrue();
        assertThat(WITNESS.contradicts("application/pdf", DOCX)).isTrue();
        assertThat(WITNESS.contradicts("application/zip", "image/png")).isTrue();
    }

    @Property(tries = 200)
    void noInputMakesItThrow(@ForAll byte[] bytes) {
        assertThat(WITNESS.mediaType(HeapContent.of(bytes))).isNotNull();
        assertThat(WITNESS.longerLook(HeapContent.of(bytes))).isNotNull();
    }
}
