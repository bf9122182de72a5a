package jp.kiyome.testcorpus.text;

import static jp.kiyome.testcorpus.text.Texts.MARK;
import static jp.kiyome.testcorpus.text.Texts.SHOWN;
import static jp.kiyome.testcorpus.text.Texts.marked;
import static jp.kiyome.testcorpus.text.Texts.utf8;
import static jp.kiyome.testcorpus.text.Texts.vector;

import java.util.List;
import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** What plain text and tables can attack with: terminals, readers' eyes, spreadsheets. */
final class PlainVectors {

    private static final String TWIN = SHOWN + "\r\n二行目\r\n";

    private PlainVectors() {}

    static List<Vector> texts() {
        return List.of(
                vector("txt-nul", "txt", SHOWN + "\0\r\n二行目\r\n", TWIN, "text.control")
                        .loses("\0"),
                vector("txt-escape-colour", "log", SHOWN + "\u001B[8m\r\n二行目\u001B[0m\r\n", TWIN, "text.escape")
                        .loses("\u001B", "[8m"),
                marked("txt-escape-title", "log", "\u001B]0;" + MARK + "\u0007" + TWIN, TWIN, "text.escape"),
                vector("txt-csi-in-one", "txt", "\u009B31m" + TWIN, TWIN, "text.escape")
                        .loses("31m"),
                vector("txt-bidi-override", "txt", "\u202E" + TWIN, TWIN, "text.bidi")
                        .loses("\u202E"),
                vector("txt-bidi-isolate", "md", "\u2066" + TWIN + "\u2069", TWIN, "text.bidi")
                        .loses("\u2066"),
                vector("txt-zero-width", "txt", "令\u200B和\u2060" + TWIN, "令和" + TWIN, "text.invisible")
                        .loses("\u200B", "\u2060"),
                vector("txt-mark-inside", "txt", TWIN + "\uFEFF", TWIN, "text.invisible")
                        .loses("\uFEFF"),
                vector("txt-interlinear", "txt", "\uFFF9" + TWIN, TWIN, "text.interlinear")
                        .loses("\uFFF9"),
                vector("txt-tag-characters", "txt", TWIN + "\uDB40\uDC68\uDB40\uDC69", TWIN, "text.tag"),
                vector(
                        "txt-selectors-in-a-row",
                        "txt",
                        "葛\uDB40\uDD00\uDB40\uDD01\uDB40\uDD02",
                        "葛\uDB40\uDD00",
                        "text.variation-selector"),
                vector("txt-selector-behind-nothing", "txt", " \uFE01" + TWIN, " " + TWIN, "text.variation-selector"),
                vector("txt-joiner-between-letters", "txt", "a\u200Db" + TWIN, "ab" + TWIN, "text.invisible"),
                vector("txt-overwritten-line", "log", "failed\rok\n", "failed\nok\n", "text.lone-return"),
                vector("txt-line-separator", "txt", "a\u2028b\n", "a\nb\n", "text.line-separator"),
                refused("txt-head-windows-program", "txt", "MZ" + TWIN),
                refused("txt-hidden-program", "txt", "\u200B\u202EMZ" + TWIN),
                refused("txt-hidden-batch", "txt", "\u200D@echo off\r\n" + TWIN),
                refused("txt-head-pdf", "txt", "%PDF-1.7\n" + TWIN),
                refused("txt-head-pdf-later", "log", TWIN + "%PDF-1.7\n"),
                refused("txt-head-script", "txt", "#!/bin/sh\n" + MARK),
                refused("txt-head-archive", "txt", "PK\u0003\u0004" + TWIN),
                refused("txt-head-registry", "txt", "Windows Registry Editor Version 5.00\r\n"),
                refused("txt-head-shortcut", "txt", "[InternetShortcut]\r\nURL=file://example.invalid/x\r\n"),
                refused("txt-charset-unknown", "txt", "caf\u0000"));
    }

    /** The last one is bytes of no charset; the others what their name says. */
    private static Vector refused(String name, String extension, String hostile) {
        byte[] bytes = name.endsWith("unknown")
                ? new byte[] {'a', (byte) 0xFF, (byte) 0x81, 'b', (byte) 0x8D, (byte) 0x90}
                : utf8(hostile);
        return Vector.of(name, extension, () -> bytes, () -> utf8(TWIN)).ends(Ending.REFUSED);
    }

    static List<Vector> tables() {
        String head = "名前,値\r\n";
        return List.of(
                cell("equals", "=cmd|' /C " + MARK + "'!A0", "=cmd"),
                cell("plus", "+cmd|'/C " + MARK + "'!A0", "+cmd"),
                cell("minus", "-2+3+cmd|'/C " + MARK + "'!A0", "-2+3"),
                cell("at", "@SUM(1+9)*cmd|'/C " + MARK + "'!A0", "@SUM"),
                cell("full-width", "＝ＨＹＰＥＲＬＩＮＫ(" + MARK + ")", "＝"),
                cell("full-width-at", "＠SUM(" + MARK + ")", "＠"),
                cell("behind-blanks", "   =" + MARK + "()", "   ="),
                cell("behind-full-width-blank", "　=" + MARK + "()", "　="),
                vector("csv-quoted", "csv", head + "a,\"=1+1\"\r\n", head + "a,\"'=1+1\"\r\n", "csv.formula")
                        .loses(",\"=1"),
                vector("csv-last-column", "csv", head + "a,=1+1", head + "a,'=1+1", "csv.formula")
                        .loses(",=1"),
                vector("csv-tab-first", "csv", head + "a,\tb\r\n", head + "a,'\tb\r\n", "csv.formula"),
                vector("csv-user", "csv", head + "a,@user\r\n", head + "a,'@user\r\n", "csv.formula"),
                vector(
                        "csv-other-delimiter",
                        "csv",
                        "a;b\r\n1;x,=cmd|'/C'!A0\r\n",
                        "a;b\r\n1;x,'=cmd|'/C'!A0\r\n",
                        "csv.formula"),
                vector("csv-mark-first", "csv", "\uFEFF=1+1,a\r\n", "\uFEFF'=1+1,a\r\n", "csv.formula"),
                vector(
                        "csv-invisible-first",
                        "csv",
                        head + "a,\u200B=1+1\r\n",
                        head + "a,'=1+1\r\n",
                        "csv.formula",
                        "text.invisible"),
                vector("tsv-formula", "tsv", "a\tb\n1\t=1+1\n", "a\tb\n1\t'=1+1\n", "csv.formula"),
                vector("csv-sylk", "csv", "ID,name\r\n1,a\r\n", "\"ID\",name\r\n1,a\r\n", "csv.sylk-head"),
                vector("csv-quotes-inside", "csv", head + "a,5\"x\"\r\n", head + "a,\"5\"\"x\"\"\"\r\n", "csv.quotes"),
                vector("csv-quotes-behind", "csv", head + "a,\"b\"c\r\n", head + "a,\"bc\"\r\n", "csv.quotes"),
                vector("csv-quotes-open", "csv", head + "a,\"b\r\n", head + "a,\"b\r\n\"", "csv.quotes"),
                vector("csv-nul", "csv", head + "a,\0=1+1\r\n", head + "a,'=1+1\r\n", "csv.formula", "text.control"),
                refused("csv-is-sylk", "csv", "ID;PWXL;N;E\r\nC;X1;Y1;EEXEC(\"" + MARK + "\")\r\nE\r\n"),
                refused("csv-separator", "csv", "sep==\r\na=b\r\n"),
                refused("csv-is-a-page", "csv", "<table><tr><td>" + MARK + "</table>"));
    }

    private static Vector cell(String name, String formula, String start) {
        String head = "名前,値\r\n";
        return vector(
                        "csv-" + name,
                        "csv",
                        head + "a," + formula + "\r\n",
                        head + "a,'" + formula + "\r\n",
                        "csv.formula")
                .loses("," + start);
    }
}
