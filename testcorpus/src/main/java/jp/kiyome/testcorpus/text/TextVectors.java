package jp.kiyome.testcorpus.text;

import static jp.kiyome.testcorpus.text.Texts.SHOWN;
import static jp.kiyome.testcorpus.text.Texts.utf8;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Every hostile file of characters, and good ones. */
public final class TextVectors {

    private TextVectors() {}

    public static List<Vector> all() {
        List<Vector> all = new ArrayList<>(PlainVectors.texts());
        all.addAll(PlainVectors.tables());
        all.addAll(DataVectors.xml());
        all.addAll(DataVectors.json());
        all.addAll(DataVectors.calendars());
        all.addAll(HtmlVectors.all());
        return List.copyOf(all);
    }

    @SuppressWarnings("StringConcatToTextBlock")
    public static List<Sample> benign() {
        String text = SHOWN + "\r\n①髙橋様、﨑山様　ｱｲｳ ～ a=b\tc\f\r\n\r\n";
        String table = "番号,名前,金額,電話,日付\r\n1,\"山田, 太郎\",\"-1,234.5\",+81-3-1234-5678,2026/4/1\r\n"
                + "2,\"改行\r\nあり\",+5%,-,12:30\r\n3,－１．５,\"¥-300\",△5,'=1\r\n";
        return List.of(
                sample("txt-utf8", "txt", utf8(text + "👨\u200D👩\u200D👧 葛\uDB40\uDD00城 ☎\uFE0F\n")),
                sample("txt-utf8-marked", "txt", utf8("\uFEFF" + text)),
                sample("txt-shift-jis", "txt", Texts.of("windows-31j", text)),
                sample("txt-euc", "log", Texts.of("EUC-JP", SHOWN + "\n日頃より市政にご協力いただき、ありがとうございます。\n")),
                sample("txt-jis", "txt", Texts.of("ISO-2022-JP", SHOWN + "\r\n日本語\r\n")),
                sample("txt-utf16", "txt", Texts.of("UTF-16LE", "\uFEFF" + text)),
                sample("txt-mixed-ends", "log", utf8("a\nb\r\nc\n")),
                sample("txt-mac-ends", "txt", utf8("a\rb\r")),
                sample("txt-empty", "txt", new byte[0]),
                sample("txt-right-to-left", "txt", utf8("שלום\u200F a می\u200Cخواهم\n")),
                sample(
                        "md-plain",
                        "md",
                        utf8("# 見出し\n\n- `code` [link](https://example.invalid/)\n\n| a | b |\n|---|---|\n")),
                sample("csv-utf8", "csv", utf8(table)),
                sample("csv-marked", "csv", utf8("\uFEFF" + table)),
                sample("csv-shift-jis", "csv", Texts.of("windows-31j", table + "4,表示ソ,能,十,予\r\n")),
                sample("csv-semicolons", "csv", utf8("a;b\n1,5;-2,5\n")),
                sample("csv-separator-line", "csv", utf8("sep=;\r\na;b\r\n")),
                sample("tsv-plain", "tsv", utf8("a\tb\n1\t-2\n")),
                sample(
                        "json-plain",
                        "json",
                        utf8("{\r\n  \"名前\" : [1, -2.50e+10, \"\\u3042\\ud83d\\ude00\\/\"],\r\n  \"x\": {}\r\n}\r\n")),
                sample(
                        "xml-plain",
                        "xml",
                        utf8(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns:x=\"urn:x\" b=\"&lt;1&quot;\"><x:c/>\n  <d>値 &amp; ]]&gt;</d>\n</a>\n")),
                sample(
                        "xml-shift-jis",
                        "xml",
                        Texts.of(
                                "windows-31j",
                                "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\n<帳票 番号=\"１\">&#128512;髙</帳票>\n")),
                sample(
                        "html-plain",
                        "html",
                        HtmlVectors.page(
                                "<style>\np, .a b{color:#333;margin:0 1em}\n@media print{\np{color:black}\n}\n</style>\n",
                                "<h1 id=\"a\" style=\"text-align:center\">見出し</h1><p>本文 <a href=\"https://example.invalid/?a=1&amp;b=2\">先</a><br><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>"
                                        + "<table border=\"1\"><tbody><tr><th scope=\"col\">a</th><td colspan=\"2\">b</td></tr></tbody></table><ul><li>x</li></ul>")),
                sample(
                        "html-shift-jis",
                        "html",
                        Texts.of(
                                "windows-31j",
                                "<html>\n<head>\n<meta charset=\"Shift_JIS\">\n<title>表</title>\n</head>\n<body><p>能力&nbsp;&#128512;</p></body>\n</html>\n")),
                sample(
                        "html-picture",
                        "html",
                        HtmlVectors.page("", "<img src=\"data:image/png;base64," + Texts.png() + "\" alt=\"赤\">")),
                sample(
                        "ics-plain",
                        "ics",
                        utf8(
                                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nX-WR-CALNAME:予定\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1@example.invalid\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Asia/Tokyo:20260401T100000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10\r\nSUMMARY:会議\\, 定例\r\nORGANIZER;CN=山田:mailto:a@example.invalid\r\nATTENDEE;RSVP=TRUE:mailto:b@example.invalid\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")),
                sample(
                        "vcf-plain",
                        "vcf",
                        utf8(
                                "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:山田太郎\r\nTEL;VALUE=uri;TYPE=work:tel:+81-3-1234-5678\r\nURL:https://example.invalid/\r\nNOTE:一行目\\n二行目\r\nEND:VCARD\r\n")),
                sample(
                        "vcf-old",
                        "vcf",
                        utf8(
                                "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c;=91=BE=98Y\r\nTEL;CELL:090-1234-5678\r\nEND:VCARD\r\n")));
    }

    private static Sample sample(String name, String extension, byte[] bytes) {
        return Sample.of(name, extension, bytes::clone);
    }
}
