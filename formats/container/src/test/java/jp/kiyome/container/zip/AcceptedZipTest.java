package jp.kiyome.container.zip;

import static jp.kiyome.container.zip.ForgedMember.deflated;
import static jp.kiyome.container.zip.ForgedMember.extra;
import static jp.kiyome.container.zip.ForgedMember.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real programs write is read, and says nothing where nothing is lost. */
class AcceptedZipTest {

    private static final String TEXT = "text text text text";

    private static Arguments written(String by, ForgedMember member) {
        return Arguments.of(by, ForgedZip.of(stored("a.xml", "<a/>"), member).bytes());
    }

    static Stream<Arguments> quiet() {
        byte[] growth =
                new RecordBuilder().u16(0xa028).u16(2).bytes(new byte[256]).done();
        byte[] wideSizes =
                new RecordBuilder().u64(TEXT.length()).u64(TEXT.length()).done();
        // The first member, a.xml with four bytes, takes 39.
        byte[] wideAll = new RecordBuilder().bytes(wideSizes).u64(39).u32(0).done();
        return Stream.of(
                written("plain", deflated("m.xml", TEXT)),
                written(
                        "Office: deflate effort bits, growth hint",
                        deflated("m.xml", TEXT).with(m -> {
                            m.both(f -> f.flags = 6);
                            m.local.extra = extra(0xa220, growth);
                        })),
                written(
                        "Java, LibreOffice, POI: descriptor",
                        deflated("m.xml", TEXT).streamed(true, false)),
                written("descriptor without signature", deflated("m.xml", TEXT).streamed(false, false)),
                written("Zip64 descriptor", deflated("m.xml", TEXT).streamed(true, true)),
                written(
                        "Zip64 descriptor without signature",
                        deflated("m.xml", TEXT).streamed(false, true)),
                written(
                        "descriptor and sizes",
                        deflated("m.xml", TEXT).streamed(true, false).with(m -> {
                            m.local.crc32 = m.central.crc32;
                            m.local.size = m.central.size;
                            m.local.compressedSize = m.central.compressedSize;
                        })),
                written(
                        "descriptor with a pending Zip64 block",
                        deflated("m.xml", TEXT).streamed(true, true).with(m -> {
                            m.local.size = Zip64Block.ELSEWHERE;
                            m.local.compressedSize = Zip64Block.ELSEWHERE;
                            m.local.extra = extra(1, new byte[16]);
                        })),
                written("stored with descriptor", stored("m.xml", TEXT).streamed(true, false)),
                written(
                        "UTF-8 bit on an ASCII name in one header",
                        deflated("m.xml", TEXT).with(m -> m.central.flags = GeneralFlags.UTF8)),
                written("no time", deflated("m.xml", TEXT).both(f -> f.time = 0)),
                written("Unix mode of a file", deflated("m.xml", TEXT).with(m -> m.attributes = 0x81b40000L)),
                written("zeros for alignment", deflated("m.xml", TEXT).with(m -> m.local.extra = new byte[3])),
                written("Zip64 sizes of a small member", stored("m.xml", TEXT).with(m -> {
                    m.both(f -> f.size = Zip64Block.ELSEWHERE);
                    m.both(f -> f.compressedSize = Zip64Block.ELSEWHERE);
                    m.both(f -> f.extra = extra(1, wideSizes));
                })),
                written("all Zip64 values and the disk", stored("m.xml", TEXT).with(m -> {
                    m.both(f -> f.size = Zip64Block.ELSEWHERE);
                    m.both(f -> f.compressedSize = Zip64Block.ELSEWHERE);
                    m.offsetField = Zip64Block.ELSEWHERE;
                    m.local.extra = extra(1, wideSizes);
                    m.central.extra = extra(1, wideAll);
                })),
                written(
                        "Zip64 values beside true plain ones",
                        stored("m.xml", TEXT).with(m -> m.central.extra = extra(1, wideAll))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quiet")
    void whatProgramsWriteIsReadWithNothingFound(String by, byte[] archive) {
        ReadZip read = ReadZip.of(archive);
        assertThat(read.texts()).as(by).isEqualTo(Map.of("a.xml", "<a/>", "m.xml", TEXT));
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void zip64EndRecordsOfASmallArchiveAreRead() {
        ForgedZip zip = ForgedZip.of(deflated("m.xml", TEXT));
        zip.zip64 = true;
        assertThat(ReadZip.of(zip.bytes()).texts()).isEqualTo(Map.of("m.xml", TEXT));
        zip.entries = n -> 0xFFFF;
        zip.directorySize = n -> Zip64Block.ELSEWHERE;
        zip.directoryOffset = n -> Zip64Block.ELSEWHERE;
        assertThat(ReadZip.of(zip.bytes()).findings()).isEmpty();
    }

    @Test
    void foldersAndEmptyFilesAndEmptyArchivesAreRead() {
        ForgedMember folder = stored("word/", "").with(m -> m.attributes = 0x41fd0010L);
        ForgedMember deflatedFolder = deflated("word/media/", "").with(m -> m.attributes = 0x10);
        ReadZip read = ReadZip.of(ForgedZip.of(folder, deflatedFolder, deflated("word/e", ""), stored("word/s", ""))
                .bytes());
        assertThat(read.texts().keySet()).containsExactly("word/", "word/media/", "word/e", "word/s");
        assertThat(read.findings()).isEmpty();
        assertThat(ReadZip.of(ForgedZip.of().bytes()).texts()).isEmpty();
    }

    @Test
    void theDirectoryMayListMembersInAnotherOrderThanTheyLie() {
        ForgedZip zip = ForgedZip.of(stored("a", "1"), deflated("b", "2")).with(z -> z.listedBackwards = true);
        ReadZip read = ReadZip.of(zip.bytes());
        assertThat(read.texts()).containsExactly(Map.entry("b", "2"), Map.entry("a", "1"));
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void japaneseNamesAreReadInWhateverTheyWereWritten() {
        assertThat(nameRead(StandardCharsets.UTF_8, 1 << 11).codes()).isEmpty();
        assertThat(nameRead(StandardCharsets.UTF_8, 0).codes()).containsExactly("zip.name-charset");
        assertThat(nameRead(Charset.forName("windows-31j"), 0).codes()).containsExactly("zip.name-charset");
    }

    private static ReadZip nameRead(Charset charset, int flags) {
        ReadZip read = ReadZip.of(ForgedZip.of(deflated("x", TEXT).both(f -> {
                    f.name = "表予算/能登.txt".getBytes(charset);
                    f.flags = flags;
                }))
                .bytes());
        assertThat(read.texts()).containsOnlyKeys("表予算/能登.txt");
        return read;
    }

    @Test
    void theUnicodePathOfANameInAnUnknownCharsetIsItsName() {
        byte[] raw = {(byte) 0x81, 'x'};
        byte[] path = new RecordBuilder()
                .bytes(new byte[] {1})
                .u32(ForgedMember.crc32(raw))
                .bytes("ü.txt".getBytes(StandardCharsets.UTF_8))
                .done();
        ForgedMember member = deflated("x", TEXT).both(f -> f.name = raw).both(f -> f.extra = extra(0x7075, path));
        assertThat(ReadZip.of(ForgedZip.of(member).bytes()).texts()).containsOnlyKeys("ü.txt");
    }
}
