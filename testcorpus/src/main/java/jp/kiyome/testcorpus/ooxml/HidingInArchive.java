package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;

import java.util.List;
import java.util.function.BiConsumer;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Places in the ZIP archive, beside its members. */
final class HidingInArchive {

    private HidingInArchive() {}

    static List<Placement> all() {
        return List.of(
                zip("comment", (zip, token) -> zip.comment(token.bytes())),
                zip("prefix", (zip, token) -> zip.prefix(token.bytes(), true)),
                zip("prefix-not-counted", (zip, token) -> zip.prefix(token.bytes(), false)),
                zip("trailer", (zip, token) -> zip.trailer(token.bytes())),
                zip("gap", (zip, token) -> zip.entry(MAIN).gapBefore(token.bytes())),
                zip("gap-before-directory", (zip, token) -> zip.gapBeforeDirectory(token.bytes())),
                zip("slack", (zip, token) -> zip.entry(MAIN).slack(token.bytes())),
                zip("extra-field", (zip, token) -> zip.entry(MAIN).extra(0xCAFE, token.bytes())),
                zip("unicode-path-field", (zip, token) -> zip.entry(MAIN).extra(0x7075, token.bytes())),
                zip("member-comment", (zip, token) -> zip.entry(MAIN).comment(token.text())),
                zip(
                        "hidden-member",
                        (zip, token) -> zip.add(RawEntry.of("x", token.bytes()).hidden())),
                zip("unknown-member", (zip, token) -> zip.add(RawEntry.of("x.txt", token.bytes()))),
                zip("unknown-member-name", (zip, token) -> zip.add(RawEntry.of(token.text(), "x"))),
                zip(
                                "directory-name",
                                (zip, token) -> zip.add(
                                        RawEntry.of(token.text() + "/", "").stored()))
                        .untold("a folder is no part of a package; many programs write them"));
    }

    private static Placement zip(String name, BiConsumer<RawZip, Token> hide) {
        return Placement.of("zip-" + name, "docx", token -> {
                    RawZip zip = Docx.saying("Hello").zip();
                    hide.accept(zip, token);
                    return zip.bytes();
                })
                .orRefused();
    }
}
