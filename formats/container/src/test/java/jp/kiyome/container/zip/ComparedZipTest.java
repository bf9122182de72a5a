package jp.kiyome.container.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.spi.OutputNotClean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written compares equal; every difference in the members, and every byte between them, is seen. */
class ComparedZipTest {

    private static final String LONG = "text ".repeat(40_000);

    private final Workspace workspace = Workspace.inTempDirectory();

    @AfterEach
    void close() {
        workspace.close();
    }

    private static void write(ZipOutput zip, String first, String second, List<String> order) throws IOException {
        try (OutputStream stream = zip.member("b/long.xml", Storage.DEFLATED)) {
            stream.write(first.getBytes(UTF_8));
        }
        try (OutputStream stream = zip.member("表.png", Storage.STORED)) {
            for (byte b : second.getBytes(UTF_8)) {
                stream.write(b);
            }
        }
        zip.finish(order);
    }

    private Content written() throws IOException {
        var out = workspace.sink();
        write(new WrittenZip(out, workspace.sink(), 6), LONG, "png", List.of("表.png", "b/long.xml"));
        return out.finish();
    }

    private static ZipArchive opened(Content content) {
        return ZipArchive.open(content, new Budget(Limits.defaults(), content.size()), finding -> {
            throw new OutputNotClean(finding.toString());
        });
    }

    private static void notClean(ThrowingCallable comparison) {
        assertThatExceptionOfType(OutputNotClean.class).isThrownBy(comparison);
    }

    @Test
    void theSameMembersCompareEqual() throws IOException {
        ZipArchive archive = opened(written());
        CanonicalZip.check(archive);
        write(new ComparedZip(archive), LONG, "png", List.of("表.png", "b/long.xml"));
    }

    @Test
    void everyDifferenceInMembersIsSeen() throws IOException {
        ZipArchive archive = opened(written());
        List<String> order = List.of("表.png", "b/long.xml");
        notClean(() -> write(new ComparedZip(archive), LONG + "x", "png", order));
        notClean(() -> write(new ComparedZip(archive), LONG.substring(1), "png", order));
        notClean(() -> write(new ComparedZip(archive), LONG.replaceFirst(".$", "x"), "png", order));
        notClean(() -> write(new ComparedZip(archive), LONG, "pnG", order));
        notClean(() -> write(new ComparedZip(archive), LONG, "pn", order));
        notClean(() -> write(new ComparedZip(archive), LONG, "pngg", order));
        notClean(() -> write(new ComparedZip(archive), LONG, "png", List.of("b/long.xml", "表.png")));
        notClean(() -> new ComparedZip(archive).member("b/long.xml", Storage.STORED));
        notClean(() -> new ComparedZip(archive).member("another", Storage.STORED));
        notClean(() -> new ComparedZip(archive).finish(List.of()));
    }

    @Test
    void everyByteBetweenTheMembersIsAccountedFor() throws IOException {
        byte[] whole = written().stream().readAllBytes();
        ZipArchive archive = opened(HeapContent.of(whole));
        for (int at = 0; at < whole.length; at++) {
            int place = at;
            if (archive.members().stream().noneMatch(m -> new Span(m.dataAt(), m.compressedSize()).contains(place))) {
                byte[] changed = whole.clone();
                changed[at] ^= 0x40;
                assertThatCode(() -> CanonicalZip.check(opened(HeapContent.of(changed))))
                        .as("byte %d", at)
                        .isInstanceOfAny(OutputNotClean.class, Refusal.class);
            }
        }
    }

    @Test
    void anotherFormOfTheSameMembersIsNotCanonical() throws IOException {
        for (ForgedZip zip : List.of(
                ForgedZip.of(ForgedMember.stored("a", "1"), ForgedMember.stored("b", "2"))
                        .with(z -> z.listedBackwards = true),
                ForgedZip.of(ForgedMember.deflated("a", "1").streamed(true, false)),
                ForgedZip.of(ForgedMember.stored("a", "1")).with(z -> z.zip64 = true),
                ForgedZip.of(ForgedMember.stored("a", "1").both(f -> f.flags = GeneralFlags.UTF8)),
                ForgedZip.of(ForgedMember.stored("a", "1").both(f -> f.time = 0)))) {
            notClean(() -> CanonicalZip.check(opened(HeapContent.of(zip.bytes()))));
        }
        CanonicalZip.check(opened(HeapContent.of(ForgedZip.of().bytes())));
    }

    /** Makes each member from the member of the same name, as a handler does that reads what it wrote. */
    private static void copied(ZipArchive archive, int most, byte[] behind) throws IOException {
        try (ComparedZip zip = new ComparedZip(archive)) {
            for (ZipMember member : archive.members()) {
                try (OutputStream stream = zip.member(member.name(), member.storage());
                        InputStream in = zip.source(member, archive.open(member))) {
                    stream.write(in.readNBytes(most));
                    stream.write(in.readAllBytes());
                    stream.write(behind);
                }
            }
            zip.finish(archive.members().stream().map(ZipMember::name).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 70_000, 1_000_000})
    void whatIsReadAlongComparesEqual(int most) throws IOException {
        ZipArchive archive = opened(written());
        assertThatCode(() -> copied(archive, most, new byte[0])).doesNotThrowAnyException();
        notClean(() -> copied(archive, most, new byte[1]));
    }

    @Test
    void whatIsReadAlongHasToBeWrittenWholeAndAsItWas() throws IOException {
        ZipArchive archive = opened(written());
        ZipMember member = archive.member("b/long.xml").orElseThrow();
        notClean(() -> along(archive, member, bytes -> Arrays.copyOf(bytes, bytes.length - 1)));
        notClean(() -> along(archive, member, bytes -> new byte[0]));
        notClean(() -> along(archive, member, bytes -> {
            bytes[bytes.length / 2]++;
            return bytes;
        }));
    }

    @Test
    void aSourceThatIsNotReadToItsEndDoesNotCompareEqual() throws IOException {
        ZipArchive archive = opened(written());
        ZipMember member = archive.member("b/long.xml").orElseThrow();
        notClean(() -> {
            try (ComparedZip zip = new ComparedZip(archive);
                    OutputStream stream = zip.member(member.name(), member.storage())) {
                InputStream in = zip.source(member, archive.open(member));
                stream.write(in.readNBytes(100));
            }
        });
    }

    private static void along(ZipArchive archive, ZipMember member, UnaryOperator<byte[]> change) throws IOException {
        try (ComparedZip zip = new ComparedZip(archive);
                OutputStream stream = zip.member(member.name(), member.storage())) {
            InputStream in = zip.source(member, archive.open(member));
            stream.write(change.apply(in.readAllBytes()));
        }
    }
}
