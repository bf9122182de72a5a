package jp.kiyome.testcorpus.archive;

import java.util.List;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.Bytes;

/** Places of archives that no reader shows. */
public final class ArchivePlaces {

    private ArchivePlaces() {}

    public static List<Placement> all() {
        return List.of(
                Placement.of(
                        "zip-comment",
                        "zip",
                        token -> ArchiveVectors.zip(
                                zip -> zip.add(ArchiveVectors.picture("a.png")).comment(bytes(token)))),
                Placement.of(
                        "zip-member-comment",
                        "zip",
                        token -> ArchiveVectors.zip(
                                zip -> zip.add(ArchiveVectors.picture("a.png").comment(token.text())))),
                Placement.of(
                        "zip-extra",
                        "zip",
                        token -> ArchiveVectors.zip(
                                zip -> zip.add(ArchiveVectors.picture("a.png").extra(0x4242, bytes(token))))),
                Placement.of(
                        "zip-trailer",
                        "zip",
                        token -> ArchiveVectors.zip(
                                zip -> zip.add(ArchiveVectors.picture("a.png")).trailer(bytes(token)))),
                Placement.of(
                                "zip-prefix",
                                "zip",
                                token -> ArchiveVectors.zip(
                                        zip -> zip.prefix(bytes(token), true).add(ArchiveVectors.picture("a.png"))))
                        .orRefused(),
                Placement.of(
                        "zip-gap",
                        "zip",
                        token -> ArchiveVectors.zip(
                                zip -> zip.add(ArchiveVectors.picture("a.png")).gapBeforeDirectory(bytes(token)))),
                Placement.of(
                                "zip-behind-stream",
                                "zip",
                                token -> ArchiveVectors.zip(zip ->
                                        zip.add(ArchiveVectors.picture("a.png").slack(bytes(token)))))
                        .orRefused(),
                Placement.of("zst-skipped", "tzst", token -> new Bytes()
                        .raw(RawZstd.frame(ArchiveVectors.tape(tar -> {})))
                        .raw(RawZstd.skipped(bytes(token)))
                        .toArray()),
                Placement.of("tar-owner", "tar", token -> new RawTar()
                        .owner(token.half())
                        .file("a.png", Smallest.png())
                        .bytes()),
                Placement.of(
                        "tar-comment",
                        "tar",
                        token -> ArchiveVectors.tape(tar -> tar.extended('g', "comment", token.half()))),
                Placement.of(
                        "tar-attribute",
                        "tar",
                        token -> ArchiveVectors.tape(tar ->
                                tar.extended('x', "SCHILY.x", token.half()).file("b.png", Smallest.png()))),
                Placement.of(
                        "tar-link-target",
                        "tar",
                        token -> ArchiveVectors.tape(tar -> tar.link('2', "l", token.half()))),
                Placement.of("tar-behind", "tar", token -> new Bytes()
                        .raw(ArchiveVectors.tape(tar -> {}))
                        .raw(bytes(token))
                        .toArray()),
                Placement.of("gz-behind", "tgz", token -> new Bytes()
                        .raw(ArchiveVectors.gzip(ArchiveVectors.tape(tar -> {})))
                        .raw(bytes(token))
                        .toArray()),
                Placement.of("7z-gap", "7z", token -> RawSevenZ.of("a.png", Smallest.png(), bytes(token))));
    }

    private static byte[] bytes(Token token) {
        return token.bytes();
    }
}
