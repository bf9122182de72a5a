package jp.kiyome.container.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damage ends as a refusal or changes nothing that is read; never in another way. */
@Timeout(60)
class DamagedZipTest {

    private static final ForgedZip SMALL = ForgedZip.of(
                    ForgedMember.stored("word/", ""),
                    ForgedMember.deflated("word/document.xml", "<w:document/><w:document/>")
                            .with(m ->
                                    m.local.extra = ForgedMember.extra(0xa220, new byte[] {0x28, (byte) 0xa0, 0, 0})),
                    ForgedMember.deflated("表.xml", "<streamed/>").streamed(true, false),
                    ForgedMember.stored("m.png", "png"))
            .with(zip -> zip.zip64 = true);

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = SMALL.bytes();
        for (int length = 0; length < whole.length; length++) {
            assertThat(textsOf(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void everyFlippedBitIsRefusedOrWithoutEffect() {
        byte[] whole = SMALL.bytes();
        Map<String, String> texts = ReadZip.of(whole).texts();
        int refused = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Optional<Map<String, String>> read = textsOf(damaged);
            int place = bit;
            read.ifPresent(t ->
                    assertThat(t).as("bit %d of byte %d", place % 8, place / 8).isEqualTo(texts));
            refused += read.isPresent() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(whole.length * 5);
    }

    private static Optional<Map<String, String>> textsOf(byte[] archive) {
        try {
            ZipArchive.listing(HeapContent.of(archive));
            return Optional.of(ReadZip.of(archive).texts());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }
}
