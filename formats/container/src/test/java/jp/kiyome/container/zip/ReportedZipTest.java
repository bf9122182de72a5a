package jp.kiyome.container.zip;

import static jp.kiyome.container.zip.ForgedMember.deflated;
import static jp.kiyome.container.zip.ForgedMember.extra;
import static jp.kiyome.container.zip.ForgedMember.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no program shows does not stop an archive, and is reported. */
class ReportedZipTest {

    private static Arguments zip(String code, String what, Consumer<ForgedZip> change) {
        ForgedZip zip =
                ForgedZip.of(stored("a", "1"), deflated("m.xml", "text")).with(change);
        return Arguments.of(code, what, zip.bytes());
    }

    static Stream<Arguments> unseen() {
        byte[] some = {1, 2, 3, 4, 5};
        return Stream.of(
                zip("zip.prefix", "bytes before the archive", z -> z.members.getFirst().before = new byte[1024]),
                zip("zip.gap", "between members", z -> z.members.getLast().before = some),
                zip("zip.gap", "before the directory", z -> z.beforeDirectory = new byte[100]),
                zip("zip.trailing", "behind the archive", z -> z.trailing = new byte[1024]),
                zip("zip.comment", "of the archive", z -> z.comment = some),
                zip("zip.comment", "of a member", z -> z.members.getFirst().comment = some),
                zip("zip.time", "in a local header", z -> z.members.getFirst().local.time = 0x5A6B_7C8DL),
                zip("zip.time", "of a member", z -> z.members.getFirst().central.time = 0x5A6B_7C8DL),
                zip(
                        "zip.extra-field",
                        "in the directory",
                        z -> z.members.getFirst().central.extra = extra(0x5455, some)),
                zip(
                        "zip.extra-field",
                        "in a local header",
                        z -> z.members.getFirst().local.extra = extra(0x000a, some)),
                zip(
                        "zip.extra-field",
                        "a growth hint that says something",
                        z -> z.members.getFirst().local.extra =
                                extra(0xa220, new byte[] {0x28, (byte) 0xa0, 0, 0, 'x'})),
                zip(
                        "zip.extra-field",
                        "a stale Unicode path",
                        z -> z.members.getFirst().central.extra = extra(0x7075, new byte[] {1, 0, 0, 0, 0, 'z'})),
                zip("zip.backslash", "a backslash for a slash", z -> z.members.add(stored("x\\y.xml", ""))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unseen")
    void whatNoProgramShowsIsReported(String code, String what, byte[] archive) {
        ReadZip read = ReadZip.of(archive);
        assertThat(read.codes()).as(what).containsExactly(code);
        assertThat(read.texts()).containsEntry("a", "1").containsEntry("m.xml", "text");
    }
}
