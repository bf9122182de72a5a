package jp.kiyome.container.zip;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all are an archive or a refusal. Runs over its seeds in ordinary tests, without end with JAZZER_FUZZ=1. */
class ZipFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(
                        ForgedZip.of(),
                        ForgedZip.of(ForgedMember.stored("a/", ""), ForgedMember.deflated("a/b.xml", "<b/><b/>")),
                        ForgedZip.of(ForgedMember.deflated("表.xml", "<c/>").streamed(true, true))
                                .with(z -> z.zip64 = true))
                .map(zip -> arguments((Object) zip.bytes()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreAnArchiveOrRefused(byte[] bytes) {
        ZipArchive.listing(HeapContent.of(bytes));
        try {
            ReadZip.of(bytes);
        } catch (Refusal refused) {
            // What an archive that is none deserves.
        }
    }
}
