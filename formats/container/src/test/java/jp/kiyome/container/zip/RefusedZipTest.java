package jp.kiyome.container.zip;

import static jp.kiyome.container.zip.ForgedMember.deflated;
import static jp.kiyome.container.zip.ForgedMember.extra;
import static jp.kiyome.container.zip.ForgedMember.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two programs could read differently is refused, for the reason that names the lie. */
class RefusedZipTest {

    private static final String TEXT = "text text text text";

    private static Arguments member(String code, String lie, Consumer<ForgedMember> change) {
        return archive(
                code,
                lie,
                ForgedZip.of(stored("a", "1"), deflated("m.xml", TEXT).with(change)));
    }

    private static Arguments zip(String code, String lie, Consumer<ForgedZip> change) {
        return archive(
                code,
                lie,
                ForgedZip.of(stored("a", "1"), deflated("m.xml", TEXT)).with(change));
    }

    private static Arguments archive(String code, String lie, ForgedZip zip) {
        return Arguments.of(code, lie, zip.bytes());
    }

    private static Arguments name(String code, String name) {
        return archive(code, "name " + name, ForgedZip.of(stored(name, "1")));
    }

    private static Arguments names(String code, String one, String other) {
        return archive(code, one + " and " + other, ForgedZip.of(stored(one, ""), stored(other, "")));
    }

    static Stream<Arguments> directory() {
        return Stream.of(
                Arguments.of("zip.end-record", "nothing", new byte[0]),
                Arguments.of(
                        "zip.end-record",
                        "no archive",
                        "PK no archive at all, though".getBytes(StandardCharsets.US_ASCII)),
                zip("zip.end-record", "comment longer than the file", z -> z.commentLength = n -> 1),
                zip("zip.end-record", "end out of reach", z -> z.trailing = new byte[70_000]),
                zip("zip.multi-disk", "second disk", z -> z.disk = 1),
                member("zip.multi-disk", "member on a second disk", m -> m.disk = 1),
                zip("zip.directory", "fewer entries", z -> z.entries = n -> n - 1),
                zip("zip.directory", "more entries", z -> z.entries = n -> n + 1),
                zip("zip.directory", "more entries than bytes", z -> z.entries = n -> 0xFFFF),
                zip("zip.directory", "size", z -> z.directorySize = n -> n - 1),
                zip("zip.directory", "size past the file", z -> z.directorySize = n -> Zip64Block.ELSEWHERE),
                zip("zip.directory", "prefix without moving offsets", z -> {
                    z.members.getFirst().before = new byte[1024];
                    z.directoryOffset = n -> n - 1024;
                }),
                zip("zip.directory", "bytes behind the directory", z -> z.afterDirectory = new byte[8]),
                zip("zip.directory", "no headers in it", z -> {
                    z.members.removeLast();
                    z.afterDirectory = new byte[50];
                    z.directorySize = n -> n + 50;
                    z.entries = n -> 2;
                }),
                zip(
                        "zip.two-ends",
                        "an end in a gap",
                        z -> z.beforeDirectory = ForgedZip.of().bytes()),
                zip(
                        "zip.two-ends",
                        "an end in a member's comment",
                        z -> z.members.getFirst().comment = ForgedZip.of().bytes()),
                zip(
                        "zip.directory",
                        "an end in the comment",
                        z -> z.comment = ForgedZip.of().bytes()),
                archive(
                        "zip.overlap",
                        "two entries, one member",
                        ForgedZip.of(stored("a", "1"), stored("a", "1").with(m -> m.offsetField = 0))),
                zip(
                        "zip.hidden-member",
                        "a member that is not listed",
                        z -> z.members.getLast().before =
                                stored("hidden.xml", "<hidden/>").localHeader()),
                zip(
                        "zip.hidden-member",
                        "a member before all",
                        z -> z.members.getFirst().before =
                                stored("hidden.xml", "<hidden/>").localHeader()));
    }

    static Stream<Arguments> zip64() {
        byte[] sizes = new RecordBuilder().u64(TEXT.length()).u64(TEXT.length()).done();
        return Stream.of(
                zip("zip.zip64", "other entries", z -> z.with(w -> w.zip64 = true).wideEntries = n -> n + 1),
                zip("zip.zip64", "other offset", z -> z.with(w -> w.zip64 = true).wideOffset = n -> n + 1),
                zip("zip.zip64", "other place", z -> z.with(w -> w.zip64 = true).locatorOffset = n -> n - 4),
                zip("zip.zip64", "place past 2^63", z -> z.with(w -> w.zip64 = true).locatorOffset = n -> -1),
                zip("zip.zip64", "extensible data", z -> z.with(w -> w.zip64 = true).endRecordExtra = new byte[8]),
                zip("zip.multi-disk", "two disks", z -> z.with(w -> w.zip64 = true).locatorDisks = 2),
                zip("zip.directory", "entries", z -> {
                    z.zip64 = true;
                    z.entries = n -> 0xFFFF;
                    z.wideEntries = n -> Long.MAX_VALUE;
                }),
                member("zip.zip64", "differs from the plain size", m -> m.central.extra = extra(1, sizes)),
                member("zip.zip64", "a value is missing", m -> {
                    m.central.size = Zip64Block.ELSEWHERE;
                    m.offsetField = Zip64Block.ELSEWHERE;
                    m.central.extra =
                            extra(1, new RecordBuilder().u64(TEXT.length()).done());
                }),
                member("zip.zip64", "size past 2^63", m -> {
                    m.central.size = Zip64Block.ELSEWHERE;
                    m.central.extra = extra(1, new RecordBuilder().u64(-1).done());
                }),
                member("zip.zip64", "a block too short", m -> m.central.extra = extra(1, new byte[3])),
                member(
                        "zip.extra-field-broken",
                        "two blocks",
                        m -> m.central.extra = new RecordBuilder()
                                .bytes(extra(1, new byte[0]))
                                .bytes(extra(1, new byte[0]))
                                .done()),
                member("zip.disagreement", "local size of eight bytes", m -> {
                    m.local.size = Zip64Block.ELSEWHERE;
                    m.local.compressedSize = Zip64Block.ELSEWHERE;
                    m.local.extra = extra(1, sizes);
                }));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                member("zip.disagreement", "name", m -> m.local.name = "n.xml".getBytes(StandardCharsets.US_ASCII)),
                member(
                        "zip.disagreement",
                        "longer name",
                        m -> m.local.name = "m.xmlx".getBytes(StandardCharsets.US_ASCII)),
                member("zip.disagreement", "method", m -> m.local.method = 0),
                member("zip.disagreement", "CRC", m -> m.local.crc32 ^= 1),
                member("zip.disagreement", "size", m -> m.local.size++),
                member("zip.disagreement", "compressed size", m -> m.local.compressedSize++),
                member("zip.disagreement", "descriptor bit", m -> m.local.flags |= 8),
                member("zip.disagreement", "encryption bit", m -> m.local.flags |= 1),
                member("zip.disagreement", "pending size", m -> m.streamed(true, false).local.size = 7),
                member("zip.disagreement", "no header there", m -> m.offsetLie = 1),
                member("zip.truncated", "header past the file", m -> m.offsetField = 0x7FFFFFFFL),
                member("zip.truncated", "data past the file", m -> m.both(f -> f.compressedSize = 0x7FFFFFFFL)),
                member(
                        "zip.disagreement",
                        "UTF-8 bit on a name where it matters",
                        m -> m.both(f -> f.name = "é".getBytes(StandardCharsets.UTF_8)).local.flags =
                                GeneralFlags.UTF8),
                member("zip.encrypted", "encrypted", m -> m.both(f -> f.flags |= 1)),
                member("zip.encrypted", "strong encryption", m -> m.both(f -> f.flags |= 1 << 6)),
                member("zip.encrypted", "masked headers", m -> m.both(f -> f.flags |= 1 << 13)),
                member("zip.flags", "patched data", m -> m.both(f -> f.flags |= 1 << 5)),
                member("zip.flags", "reserved bit", m -> m.both(f -> f.flags |= 1 << 15)),
                member("zip.method", "deflate64", m -> m.both(f -> f.method = 9)),
                member("zip.method", "bzip2", m -> m.both(f -> f.method = 12)),
                member("zip.method", "LZMA", m -> m.both(f -> f.method = 14)),
                member("zip.method", "AES", m -> m.both(f -> f.method = 99)),
                member("zip.descriptor", "missing", m -> m.streamed(true, false).descriptor = new byte[0]),
                member("zip.descriptor", "CRC", m -> m.streamed(true, false).descriptor[4] ^= 1),
                member("zip.descriptor", "compressed size", m -> m.streamed(true, false).descriptor[8] ^= 1),
                member("zip.descriptor", "size", m -> m.streamed(true, false).descriptor[12] ^= 1),
                member("zip.descriptor", "wide size", m -> m.streamed(false, true).descriptor[19] ^= 1),
                member("zip.extra-field-broken", "block past its field", m -> m.local.extra = new byte[] {1, 2, 3, 4}),
                member("zip.extra-field-broken", "loose bytes", m -> m.central.extra = new byte[] {1}));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                name("zip.name", ""),
                name("zip.name", "/etc/passwd"),
                name("zip.name", "C:/x"),
                name("zip.name", "C:x"),
                name("zip.name", "\\\\host\\share"),
                name("zip.name", "../x"),
                name("zip.name", "a/../../x"),
                name("zip.name", "a\\..\\x"),
                name("zip.name", "a/./x"),
                name("zip.name", "a//x"),
                name("zip.name", "a/.."),
                name("zip.name", "/"),
                name("zip.name", "a\0.xml"),
                name("zip.name", "a\n.xml"),
                name("zip.name", "a\u0085.xml"),
                name("zip.name", "x".repeat(256)),
                name("zip.name", "あ".repeat(86)),
                name("zip.name", "x/".repeat(513)),
                member("zip.name", "malformed UTF-8", m -> m.both(f -> f.name = new byte[] {'a', (byte) 0xC3})
                        .both(f -> f.flags = GeneralFlags.UTF8)),
                member("zip.name", "overlong UTF-8", m -> m.both(f -> f.name = new byte[] {(byte) 0xC0, (byte) 0xAF})
                        .both(f -> f.flags = GeneralFlags.UTF8)),
                member("zip.name", "in no charset", m -> m.both(f -> f.name = new byte[] {'a', (byte) 0xFF})),
                names("zip.duplicate-name", "word/document.xml", "word/document.xml"),
                names("zip.duplicate-name", "word/", "word/"),
                names("zip.variant-name", "word/document.xml", "Word/Document.XML"),
                names("zip.variant-name", "が.txt", "か\u3099.txt"),
                names("zip.variant-name", "a", "a/"),
                names("zip.variant-name", "a", "A/b"),
                names("zip.duplicate-name", "a/b", "a\\b"),
                member(
                        "zip.disagreement",
                        "another Unicode path",
                        m -> m.central.extra = unicodePath("m.xml", "evil.xml")),
                member(
                        "zip.disagreement",
                        "another Unicode path in the local header",
                        m -> m.local.extra = unicodePath("m.xml", "evil.xml")));
    }

    private static byte[] unicodePath(String raw, String path) {
        return extra(
                0x7075,
                new RecordBuilder()
                        .bytes(new byte[] {1})
                        .u32(ForgedMember.crc32(raw.getBytes(StandardCharsets.US_ASCII)))
                        .bytes(path.getBytes(StandardCharsets.UTF_8))
                        .done());
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                member("zip.link", "symbolic link", m -> m.attributes = 0xA1FF0000L),
                member("zip.special-file", "character device", m -> m.attributes = 0x21B60000L),
                member("zip.special-file", "block device", m -> m.attributes = 0x61B60000L),
                member("zip.special-file", "FIFO", m -> m.attributes = 0x11B60000L),
                member("zip.special-file", "socket", m -> m.attributes = 0xC1B60000L),
                member("zip.special-file", "volume label", m -> m.attributes = 0x08),
                member("zip.folder", "file with a folder's bit", m -> m.attributes = 0x10),
                member("zip.folder", "file with a folder's mode", m -> m.attributes = 0x41ED0000L),
                archive("zip.folder", "folder with bytes", ForgedZip.of(stored("a/", "1"))),
                archive(
                        "zip.folder",
                        "folder with a file's mode",
                        ForgedZip.of(stored("a/", "").with(m -> m.attributes = 0x81B40000L))));
    }

    static Stream<Arguments> data() {
        byte[] plain = TEXT.getBytes(StandardCharsets.US_ASCII);
        byte[] stream = ForgedMember.deflate(plain);
        byte[] behind = new RecordBuilder()
                .bytes(stream)
                .bytes("hidden".getBytes(StandardCharsets.US_ASCII))
                .done();
        byte[] cut = Arrays.copyOf(stream, stream.length - 1);
        // A block of the reserved type 3 (RFC 1951, 3.2.3).
        byte[] reserved = {(byte) 0x07};
        return Stream.of(
                archive("zip.hidden-data", "behind the stream", ForgedZip.of(ForgedMember.raw("m", plain, behind))),
                archive("zip.deflate", "stream ends early", ForgedZip.of(ForgedMember.raw("m", plain, cut))),
                archive("zip.deflate", "no stream", ForgedZip.of(ForgedMember.raw("m", plain, new byte[0]))),
                archive("zip.deflate", "bad block", ForgedZip.of(ForgedMember.raw("m", plain, reserved))),
                archive(
                        "zip.hidden-data",
                        "behind an empty member",
                        ForgedZip.of(ForgedMember.raw("m", new byte[0], new byte[] {3, 0, 1}))),
                member("zip.crc", "CRC", m -> m.both(f -> f.crc32 ^= 1)),
                member("zip.size", "too small", m -> m.both(f -> f.size--)),
                member("zip.size", "too big", m -> m.both(f -> f.size++)),
                member("zip.size", "nothing", m -> m.both(f -> f.size = 0)),
                archive("zip.size", "stored", ForgedZip.of(stored("m", "abc").both(f -> f.size = 2))),
                archive("zip.crc", "stored", ForgedZip.of(stored("m", "abc").both(f -> f.crc32 = 0))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"directory", "zip64", "headers", "names", "kinds", "data"})
    void everyLieIsRefusedByItsName(String code, String lie, byte[] archive) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ReadZip.of(archive));
        assertThat(refusal).as(lie).isNotNull();
        assertThat(refusal.finding().kind().code()).isEqualTo(code);
    }
}
