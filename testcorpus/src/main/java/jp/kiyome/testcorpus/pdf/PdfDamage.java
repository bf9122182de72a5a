package jp.kiyome.testcorpus.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files as careless programs write them, and polyglots: a finding says what was settled, and the page stays. */
final class PdfDamage {

    private static final String ZIP = "PK\5\6" + "\0".repeat(18);

    private PdfDamage() {}

    static List<PdfCase> all() {
        return List.of(
                edit("damage-no-table", f -> f.substring(0, f.indexOf("xref\n"))),
                edit("damage-no-end", f -> f.substring(0, f.lastIndexOf("startxref"))),
                edit("damage-table-elsewhere", f -> f.replaceFirst("startxref\n\\d+", "startxref\n12")),
                edit("damage-table-offsets", f -> f.replaceAll("00000000(\\d\\d) 00000 n", "00000010$1 00000 n")),
                edit("damage-into-a-stream", PdfDamage::intoStream).hides(),
                edit("damage-length", f -> f.replaceFirst("/Length \\d+", "/Length 7")),
                edit("damage-length-past-the-end", f -> f.replaceFirst("/Length \\d+", "/Length 99999999")),
                edit("damage-no-length", f -> f.replaceFirst("/Length (\\d+)", "/Lenght $1")),
                edit("damage-no-endobj", f -> f.replaceFirst("\nendobj", "\n      ")),
                edit("damage-carriage-returns", f -> f.replace('\n', '\r')),
                edit("damage-object-twice", f -> f.replace("xref\n0", "5 0 obj\n<</evilmark 1>>\nendobj\nxref\n0"))
                        .hides(),
                edit(
                        "damage-key-twice",
                        f -> f.replace("/BaseFont/Helvetica", "/BaseFont/evilmark/BaseFont/Helvetica")),
                edit("damage-names", f -> f.replace("/BaseFont/Helvetica", "/BaseFont/Helvetica/#T/#0/##")),
                edit("junk-before", f -> "evilmark\n".repeat(20) + f),
                edit("junk-behind", f -> f + "evilmark\n".repeat(20)),
                edit("junk-between", f -> f.replaceFirst("endobj\n", "endobj\nevilmark\n")),
                edit("hybrid", PdfDamage::hybrid),
                PdfCase.of("linearised", PdfDamage::linearised),
                edit("polyglot-zip", f -> f + ZIP),
                edit("polyglot-zip-comment", f -> f.replaceFirst("\n", "\n%PK\3\4 evilmark\n") + ZIP),
                edit("polyglot-html", f -> f.replaceFirst("\n", "\n%<html><script>evilmark</script>\n")),
                edit("polyglot-html-before", f -> "<html><script>evilmark</script><!--\n" + f + "-->"),
                PdfCase.of(
                                "polyglot-zip-before",
                                () -> PdfBuilder.bytes(
                                        "PK\3\4evilmark" + PdfBuilder.onePage().text()))
                        .refused(),
                edit("polyglot-jpeg-before", f -> "\u00FF\u00D8\u00FF\u00FE\0\u00FF" + f),
                edit("polyglot-script", f -> "#!/bin/sh\nevilmark\n" + f));
    }

    private static PdfCase edit(String name, UnaryOperator<String> change) {
        String before = PdfBuilder.onePage().text();
        String after = change.apply(before);
        PdfCase made = PdfCase.of(name, () -> PdfBuilder.bytes(after));
        return after.contains("evilmark") ? made.loses("evilmark") : made;
    }

    /** The table's entry for the font leads into a string of the page's content that reads like an object. */
    private static String intoStream(String file) {
        String content = PdfBuilder.onePage().stream(
                        4, "", PdfBuilder.SHOWN + "(5 0 obj <</Type/Font/evilmark 1>> endobj) pop\n")
                .text();
        return content.replace(
                PdfBuilder.row(content.lastIndexOf("5 0 obj")), PdfBuilder.row(content.indexOf("5 0 obj")));
    }

    /** 7.5.8.4: a table for old readers, and a stream with other entries for new ones. */
    private static String hybrid(String file) {
        int at = (int) PdfBuilder.tableOf(file);
        String other = "40 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/evilmark>>\nendobj\n";
        String rows = "\1" + PdfBuilder.three(at) + "\0";
        String stream = "41 0 obj\n<</Type/XRef/Size 42/W[1 3 1]/Index[40 1]/Length 5>>\nstream\n" + rows
                + "\nendstream\nendobj\n";
        int table = at + other.length() + stream.length();
        return file.substring(0, at)
                + other
                + stream
                + file.substring(at)
                        .replace("/Root", "/XRefStm " + (at + other.length()) + "/Root")
                        .replaceFirst("startxref\n\\d+", "startxref\n" + table);
    }

    /** Annex F: a dictionary of hints before everything else, and what it says is wrong. */
    private static byte[] linearised() {
        PdfBuilder file = PdfBuilder.onePage();
        String text =
                file.object(30, "<</Linearized 1/L 99/H[1 2]/O 3/E 4/N 1/T 5>>").text();
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
