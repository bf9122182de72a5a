package jp.kiyome.container.cfb;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all are a file or a refusal. Runs over its seeds in ordinary tests, without end with JAZZER_FUZZ=1. */
class CompoundFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(NewEntry.Storage.of(""), ForgedCompound.sample())
                .map(root -> arguments((Object) ForgedCompound.written(root)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreAFileOrRefused(byte[] bytes) {
        CompoundFile.rootNames(HeapContent.of(bytes), ForgedCompound.budget(bytes.length));
        try {
            ForgedCompound.read(bytes);
        } catch (Refusal refused) {
            // What a file that is none deserves.
        }
    }
}
