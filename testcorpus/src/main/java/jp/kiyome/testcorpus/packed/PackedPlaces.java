package jp.kiyome.testcorpus.packed;

import java.util.List;
import jp.kiyome.testcorpus.packed.RawLzh.Lie;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places of LHA, cabinet and RAR files that no reader shows. */
public final class PackedPlaces {

    private static final int COMMENT = 0x3F;
    private static final int OWNER = 0x53;

    private PackedPlaces() {}

    public static List<Placement> all() {
        return List.of(
                Placement.of("lzh-owner", "lzh", token -> lzh(Lie.none().extended(OWNER, token.text()), "")),
                Placement.of("lzh-comment", "lzh", token -> lzh(Lie.none().extended(COMMENT, token.text()), "")),
                Placement.of("lzh-behind", "lzh", token -> lzh(Lie.none(), token.text())),
                Placement.of("lzh-behind-data", "lzh", PackedPlaces::slack),
                Placement.of("lzh-link-target", "lzh", PackedPlaces::linkTarget),
                Placement.of("cab-reserve", "cab", token -> cab().reserve(token.bytes())
                        .toArray()),
                Placement.of("cab-gap", "cab", token -> cab().gap(token.bytes()).toArray()),
                Placement.of("cab-behind", "cab", token -> cab().behind(token.bytes())
                        .toArray()),
                Placement.of("cab-of-no-file", "cab", token -> cab().bytes(token.bytes())
                        .toArray()),
                Placement.of("rar-comment", "rar", token -> rar().comment(token.text())
                        .toArray("")),
                Placement.of("rar-behind", "rar", token -> rar().toArray(token.text())),
                Placement.of(
                        "rar-link-target", "rar", token -> rar().redirection(RawRar.SYMBOLIC_LINK, "b", token.text())
                                .toArray("")),
                Placement.of("rar-4-behind", "rar", token -> new RawRar4()
                        .file("a.png", Pictures.small())
                        .toArray(token.text())));
    }

    private static byte[] lzh(Lie lie, String behind) {
        return new RawLzh().level2("", "a.png", Pictures.small(), lie).toArray(behind);
    }

    private static byte[] slack(Token token) {
        return new RawLzh()
                .level2("", "a.png", Pictures.small(), Lie.none())
                .level2("", "b.png", new byte[0], Lie.none().method("-lh5-").slack(token.text()))
                .toArray("");
    }

    private static byte[] linkTarget(Token token) {
        return new RawLzh()
                .level2("", "a.png", Pictures.small(), Lie.none())
                .level2(
                        "",
                        "b|" + token.text(),
                        new byte[0],
                        Lie.none().method("-lhd-").extended(PackedVectors.UNIX_MODE, PackedVectors.LINK_MODE))
                .toArray("");
    }

    private static RawCab cab() {
        return new RawCab(RawCab.STORED).file("a.png", Pictures.small());
    }

    private static RawRar rar() {
        return new RawRar(0).file("a.png", Pictures.small());
    }
}
