package jp.kiyome.testcorpus.ooxml;

import static jp.kiyome.testcorpus.ooxml.Docx.MAIN;

import java.util.List;
import jp.kiyome.testcorpus.sample.Placement;

/** Places in the XML of a part that the markup language does not show. */
final class HidingInMarkup {

    private HidingInMarkup() {}

    static List<Placement> all() {
        return List.of(
                edit("comment", "<w:body>", "<w:body><!-- @ -->"),
                edit("instruction", "<w:body>", "<w:body><?x @?>"),
                edit("instruction-target", "<w:body>", "<w:body><?@ x?>"),
                edit("behind-root", "</w:document>", "</w:document><!--@-->"),
                edit("unknown-element", "<w:p>", "<w:x>@</w:x><w:p>"),
                edit("unknown-element-name", "<w:p>", "<w:@/><w:p>"),
                edit("unknown-attribute", "<w:p>", "<w:p w:x=\"@\">"),
                edit("unknown-attribute-name", "<w:p>", "<w:p w:@=\"x\">"),
                edit("unknown-namespace", "<w:p>", "<x:x xmlns:x=\"urn:@\">@</x:x><w:p>"),
                edit("unused-namespace", "<w:body>", "<w:body xmlns:x=\"urn:@\">")
                        .untold("a declaration that nothing uses; every program writes some"),
                edit("prefix", "<w:body>", "<w:body xmlns:@=\"" + Ns.A + "\">")
                        .untold("prefixes are the writer's own choice, and ours are new"),
                edit("ignorable", "<w:body>", "<w:body xmlns:x=\"urn:x\" mc:Ignorable=\"x\" x:x=\"@\"><x:x>@</x:x>"),
                edit("xml-id", "<w:p>", "<w:p xml:id=\"@\">"),
                edit("xml-base", "<w:p>", "<w:p xml:base=\"http://example.com/@\">"),
                edit("between-elements", "<w:p>", "@<w:p>"),
                edit(
                        "fallback",
                        "<w:r>",
                        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"/><mc:Fallback><w:t>@</w:t></mc:Fallback>"
                                + "</mc:AlternateContent></w:r><w:r>"),
                edit(
                        "choice-unknown",
                        "<w:r>",
                        "<w:r><mc:AlternateContent xmlns:x=\"urn:x\"><mc:Choice Requires=\"x\"><w:t>@</w:t></mc:Choice>"
                                + "</mc:AlternateContent></w:r><w:r>"),
                edit("boolean-value", "<w:r>", "<w:r><w:rPr><w:b w:val=\"@\"/></w:rPr></w:r><w:r>"),
                edit("number-value", "<w:r>", "<w:r><w:rPr><w:sz w:val=\"@\"/></w:rPr></w:r><w:r>"),
                edit("enumerated-value", "<w:p>", "<w:p><w:pPr><w:jc w:val=\"@\"/></w:pPr>"));
    }

    /** Puts text in place of text in the main part; {@code @} stands for the token. */
    private static Placement edit(String name, String before, String after) {
        return HidingInPackage.docx(
                "markup-" + name,
                (docx, token) -> docx.edit(MAIN, xml -> xml.replace(before, after.replace("@", token.text()))));
    }
}
