package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;
import static jp.kiyome.testcorpus.ooxml.Docx.p;
import static jp.kiyome.testcorpus.ooxml.Docx.run;

/** Documents with notes and comments. */
final class DocxReview {

    private DocxReview() {}

    /** The word Body with a comment of these blocks. */
    static OoxmlPackage comment(String blocks) {
        return Docx.of(p(
                        "<w:commentRangeStart w:id=\"0\"/>",
                        run("Body"),
                        "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"))
                .relate(MAIN, "rIdCom", Rel.office("comments"), "comments.xml")
                .part(
                        "word/comments.xml",
                        Types.WORD + "comments+xml",
                        "<w:comments" + Ns.IN_WORD + "><w:comment w:id=\"0\" w:author=\"Reviewer\">" + blocks
                                + "</w:comment></w:comments>");
    }

    /** The word Body with a footnote of these blocks. */
    static OoxmlPackage footnote(String blocks) {
        return Docx.of(p(run("Body"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"))
                .relate(MAIN, "rIdFoot", Rel.office("footnotes"), "footnotes.xml")
                .part(
                        "word/footnotes.xml",
                        Types.WORD + "footnotes+xml",
                        "<w:footnotes" + Ns.IN_WORD
                                + "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r>"
                                + "</w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"1\"><w:p><w:r>"
                                + "<w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id=\"2\">" + blocks
                                + "</w:footnote></w:footnotes>");
    }
}
