package jp.kiyome.container.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;

class ReadingMembersTest {

    private static ZipArchive opened(ForgedMember... members) {
        byte[] bytes = ForgedZip.of(members).bytes();
        return ZipArchive.open(HeapContent.of(bytes), new Budget(Limits.defaults(), bytes.length), finding -> {});
    }

    private static ZipMember only(ZipArchive zip) {
        return zip.members().getFirst();
    }

    @Test
    void theLastByteComesOnlyAfterAllChecks() throws IOException {
        ZipArchive zip = opened(ForgedMember.deflated("m", "abc").both(f -> f.crc32 ^= 1));
        try (InputStream in = zip.open(only(zip))) {
            assertThat(in.readNBytes(2)).isEqualTo(new byte[] {'a', 'b'});
            assertThatExceptionOfType(Refusal.class).isThrownBy(in::read);
            assertThatExceptionOfType(Refusal.class).isThrownBy(in::read);
        }
    }

    @Test
    void aMemberLeftHalfReadHarmsNoOther() throws IOException {
        ZipArchive zip =
                opened(ForgedMember.deflated("m", "first ".repeat(100_000)), ForgedMember.deflated("n", "second"));
        for (int i = 0; i < 3; i++) {
            InputStream half = zip.open(only(zip));
            assertThat(half.read()).isEqualTo('f');
            half.close();
            half.close();
            assertThatExceptionOfType(IOException.class).isThrownBy(half::read);
            assertThat(new String(zip.open(zip.members().getLast()).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("second");
        }
    }

    @Test
    void membersAreReadSideBySideAndAfterTheArchiveIsClosed() throws IOException {
        ZipArchive zip = opened(ForgedMember.deflated("m", "ab"), ForgedMember.deflated("n", "cd"));
        try (InputStream m = zip.open(only(zip));
                InputStream n = zip.open(zip.members().getLast())) {
            assertThat(m.read()).isEqualTo('a');
            assertThat(n.read()).isEqualTo('c');
            zip.close();
            assertThat(m.read()).isEqualTo('b');
            assertThat(n.read()).isEqualTo('d');
            assertThat(n.read()).isEqualTo(-1);
        }
    }

    @Test
    void membersAreFoundByNameInAnyCase() {
        ZipArchive zip = opened(ForgedMember.stored("Word/Document.xml", ""));
        assertThat(zip.member("word/document.xml")).isEmpty();
        assertThat(zip.member("Word/Document.xml")).contains(only(zip));
        assertThat(zip.memberIgnoringCase("word/DOCUMENT.xml")).contains(only(zip));
        assertThat(zip.memberIgnoringCase("other")).isEmpty();
    }

    @Test
    void aMemberOfAnotherArchiveIsNotRead() {
        ZipMember other = only(opened(ForgedMember.stored("m", "other")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> opened(ForgedMember.stored("m", "this")).open(other));
    }

    @Test
    void listingAndFirstLookNeverThrow() {
        byte[] archive = ForgedZip.of(ForgedMember.stored("a\\b", "x").with(m -> m.offsetLie = 5))
                .bytes();
        assertThat(ZipArchive.looksLikeZip(HeapContent.of(archive))).isTrue();
        assertThat(ZipArchive.listing(HeapContent.of(archive)).orElseThrow().names())
                .containsExactly("a/b");
        assertThat(ZipArchive.looksLikeZip(HeapContent.of(new byte[3]))).isFalse();
        assertThat(ZipArchive.listing(HeapContent.of(new byte[3]))).isEmpty();
        assertThat(ZipArchive.listing(HeapContent.of(new byte[300]))).isEmpty();
    }
}
