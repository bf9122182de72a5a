package jp.kiyome.container.cfb;

import static jp.kiyome.container.cfb.ForgedCompound.BIG;
import static jp.kiyome.container.cfb.ForgedCompound.SECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would not end, or could be read in two ways, is refused for the reason that names it. */
@Timeout(60)
class RefusedCompoundTest {

    private static final int LEFT = 68;
    private static final int RIGHT = 72;
    private static final int CHILD = 76;
    private static final int START = 116;
    private static final int SIZE = 120;
    private static final int END = Allocation.END_OF_CHAIN;

    private static Arguments lie(String code, String lie, ForgedCompound file) {
        return Arguments.of(code, lie, file.bytes());
    }

    private static ForgedCompound sound() {
        return new ForgedCompound();
    }

    static Stream<Arguments> header() {
        return Stream.of(
                Arguments.of("cfb.header", "nothing", new byte[0]),
                Arguments.of("cfb.header", "header cut off", Arrays.copyOf(sound().bytes(), 511)),
                lie("cfb.header", "version 5", sound().u16(26, 5)),
                lie("cfb.header", "big-endian", sound().u16(28, 0xFEFF)),
                lie("cfb.header", "sectors of one byte", sound().u16(30, 0)),
                lie("cfb.header", "sectors of another version", sound().u16(30, 12)),
                lie("cfb.header", "mini sectors of one byte", sound().u16(32, 0)),
                lie("cfb.header", "all streams in the mini stream", sound().i32(56, Integer.MAX_VALUE)),
                lie("cfb.header", "4 billion sectors of DIFAT", sound().i32(72, -1)),
                lie("cfb.header", "4 billion sectors of FAT", sound().i32(44, -1)),
                lie("cfb.fat", "more FAT than file", sound().i32(44, 1_000_000)),
                lie("cfb.fat", "fewer FAT sectors than named", sound().i32(44, 0)),
                lie("cfb.chain", "FAT sector outside the file", sound().i32(76, 4000)),
                lie("cfb.chain", "FAT sector twice", sound().i32(44, 2).i32(80, 0)),
                lie("cfb.chain", "DIFAT that is the FAT", sound().i32(72, 1).i32(68, 0)),
                lie("cfb.fat", "DIFAT that leads to itself", sound().i32(72, 3).i32(68, 14)));
    }

    static Stream<Arguments> chains() {
        return Stream.of(
                lie("cfb.chain", "stream that leads back to its start", sound().next(BIG + 3, BIG)),
                lie("cfb.chain", "sector that leads to itself", sound().next(BIG + 3, BIG + 3)),
                lie("cfb.chain", "stream in the directory", sound().entry(1, START, 1)),
                lie("cfb.chain", "stream that ends early", sound().next(BIG + 3, END)),
                lie("cfb.chain", "stream that goes on in a free sector", sound().next(BIG + 3, Allocation.FREE)),
                lie("cfb.chain", "stream that leads out of the file", sound().next(BIG + 3, 1 << 30)),
                lie("cfb.chain", "stream as large as 4 GiB", sound().entry(1, SIZE, -1)),
                lie("cfb.chain", "directory that leads to itself", sound().next(1, 1)),
                lie("cfb.chain", "mini FAT that leads to itself", sound().next(3, 3)),
                lie("cfb.chain", "mini stream that leads to itself", sound().next(4, 4)),
                lie("cfb.chain", "mini stream longer than its chain", sound().entry(0, SIZE, 1000)),
                lie("cfb.chain", "two small streams in one mini sector", sound().entry(4, START, 0)),
                lie("cfb.chain", "small stream that leads to itself", sound().miniNext(0, 0)),
                lie("cfb.chain", "small stream outside the mini stream", sound().entry(2, START, 99)));
    }

    static Stream<Arguments> directory() {
        return Stream.of(
                lie("cfb.directory", "root that is a stream", sound().u16(2 * SECTOR + 66, RawEntry.STREAM)),
                lie("cfb.directory", "storage in itself", sound().entry(3, CHILD, 3)),
                lie("cfb.directory", "storage that holds the root", sound().entry(3, CHILD, 0)),
                lie("cfb.directory", "siblings in a ring", sound().entry(1, LEFT, 2)),
                lie("cfb.directory", "entry outside the directory", sound().entry(1, RIGHT, 8)),
                lie("cfb.directory", "entry before the directory", sound().entry(1, LEFT, -2)),
                lie("cfb.name", "unused entry in the tree", sound().entry(1, RIGHT, 7)),
                lie("cfb.directory", "stream with children", sound().entry(1, CHILD, 4)),
                lie(
                        "cfb.directory",
                        "left and right exchanged",
                        sound().entry(2, LEFT, 3).entry(2, RIGHT, 1)),
                lie("cfb.name", "name without an end", sound().u16(2 * SECTOR + 128 + 64, 64)),
                lie("cfb.name", "name longer than its field", sound().u16(2 * SECTOR + 128 + 64, 66)),
                lie("cfb.name", "path for a name", sound().u16(2 * SECTOR + 128 + 2, '/')));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"header", "chains", "directory"})
    void aLieIsRefused(String code, String lie, byte[] file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ForgedCompound.read(file));
        assertThat(refusal).as(lie).isNotNull();
        assertThat(refusal.finding().kind().code()).isEqualTo(code);
        CompoundFile.rootNames(HeapContent.of(file), ForgedCompound.budget(file.length));
    }

    /** One long left-hand branch: whoever walks it with the stack overflows it. */
    @Test
    void aTreeThatIsAListIsRead() {
        int count = 9_000;
        List<NewEntry> entries = IntStream.range(0, count)
                .<NewEntry>mapToObj(i -> ForgedCompound.stream("%05d".formatted(i), 0))
                .toList();
        byte[] file = ForgedCompound.written(new NewEntry.Storage("", NewEntry.Storage.NO_CLASS, entries));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int directory = (1 + bytes.getInt(48)) * SECTOR;
        bytes.putInt(directory + CHILD, count);
        for (int id = 1; id <= count; id++) {
            bytes.putInt(directory + RawEntry.SIZE * id + LEFT, id == 1 ? RawEntry.NONE : id - 1);
            bytes.putInt(directory + RawEntry.SIZE * id + RIGHT, RawEntry.NONE);
        }
        assertThat(ForgedCompound.read(file)).hasSize(count);
    }

    @Test
    void storagesTooDeepAreRefused() {
        NewEntry.Storage deep = NewEntry.Storage.of("leaf");
        for (int i = 0; i < Directory.MOST_DEPTH + 1; i++) {
            deep = NewEntry.Storage.of("s", deep);
        }
        byte[] file = ForgedCompound.written(deep);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ForgedCompound.read(file));
        assertThat(refusal.finding().kind().code()).isEqualTo("cfb.directory");
    }

    @Test
    void moreEntriesThanTheBudgetHasAreRefused() {
        byte[] file = new ForgedCompound().bytes();
        Budget few = new Budget(Limits.defaults().with(Map.of(LimitName.ENTRIES, 7L)), file.length);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> CompoundFile.open(HeapContent.of(file), few, finding -> {}));
        assertThat(refusal.finding().kind().code()).isEqualTo("limit.entries");
        Refusal looked = catchThrowableOfType(Refusal.class, () -> CompoundFile.rootNames(HeapContent.of(file), few));
        assertThat(looked.finding().kind().code()).isEqualTo("limit.entries");
    }
}
