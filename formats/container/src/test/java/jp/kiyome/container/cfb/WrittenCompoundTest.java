package jp.kiyome.container.cfb;

import static jp.kiyome.container.cfb.ForgedCompound.read;
import static jp.kiyome.container.cfb.ForgedCompound.stream;
import static jp.kiyome.container.cfb.ForgedCompound.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCompoundTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 511, 512, 4095, 4096, 4097, 70_000})
    void aStreamOfAnySizeIsReadBackAndNothingIsFound(int size) {
        NewEntry.Stream stream = stream("data", size);
        List<Finding> findings = new ArrayList<>();
        Map<String, byte[]> back = read(written(NewEntry.Storage.of("", stream, stream("x", 7))), findings);
        assertThat(back.get("data")).isEqualTo(bytes(stream));
        assertThat(findings).isEmpty();
    }

    /** More than 109 sectors of the FAT: its numbers no longer fit in the header ([MS-CFB] 2.5). */
    @ParameterizedTest
    @ValueSource(ints = {7_060_000, 7_110_000, 7_125_000, 16_000_000})
    void aLargeFileHasADifat(int size) {
        NewEntry.Stream stream = stream("data", size);
        assertThat(read(written(NewEntry.Storage.of("", stream))).get("data")).isEqualTo(bytes(stream));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 100, 1000})
    void anyNumberOfEntriesIsFoundAgain(int count) {
        List<NewEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(stream("entry " + i, i % 150));
        }
        Collections.rotate(entries, count / 3);
        NewEntry.Storage root = new NewEntry.Storage("", NewEntry.Storage.NO_CLASS, entries);
        assertThat(read(written(root))).hasSize(count);
    }

    @Test
    void theOrderOfEntriesDoesNotShow() {
        byte[] one = written(NewEntry.Storage.of("", stream("a", 5), stream("B", 5000), stream("\u0005c", 0)));
        byte[] other = written(NewEntry.Storage.of("x", stream("\u0005c", 0), stream("B", 5000), stream("a", 5)));
        assertThat(one).isEqualTo(other);
    }

    @Test
    void classIdsAndNestedStoragesAreKept() {
        UUID word = UUID.fromString("00020906-0000-0000-c000-000000000046");
        NewEntry.Storage inner = new NewEntry.Storage("inner", word, List.of(stream("s", 3)));
        byte[] file = written(new NewEntry.Storage("", word, List.of(inner)));
        CompoundStorage root = CompoundFile.open(HeapContent.of(file), ForgedCompound.budget(file.length), f -> {})
                .root();
        assertThat(root.classId()).isEqualTo(word);
        assertThat(root.storage("INNER").orElseThrow().classId()).isEqualTo(word);
        assertThat(root.storage("inner").orElseThrow().stream("S")).isPresent();
        assertThat(root.stream("inner")).isEmpty();
        assertThat(Arrays.copyOfRange(file, 1024 + 80, 1024 + 84)).containsExactly(6, 9, 2, 0);
    }

    @Test
    void twoEntriesThatDifferInCaseOnlyCannotBeWritten() {
        assertThatThrownBy(() -> written(NewEntry.Storage.of("", stream("Aa", 1), stream("aA", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(NewEntry.Stream stream) {
        byte[] bytes = new byte[(int) stream.content().size()];
        stream.content().copy(0, bytes, 0, bytes.length);
        return bytes;
    }
}
