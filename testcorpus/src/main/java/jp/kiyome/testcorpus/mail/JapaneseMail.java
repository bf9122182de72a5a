package jp.kiyome.testcorpus.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Sample;

/** Mail as Japanese offices send it, right and wrong: none of it may be refused. */
public final class JapaneseMail {

    private static final String BODY = "お世話になっております。\n添付の資料をご確認ください。\n";
    private static final String NAME = "会議資料（最終版）.png";
    private static final String RULED = "Content-Type: text/plain; charset=";

    private JapaneseMail() {}

    /** Mail that is labelled right: nothing is found in it. */
    public static List<Sample> right() {
        List<Sample> all = new ArrayList<>();
        for (String charset : List.of("ISO-2022-JP", "UTF-8", "Shift_JIS", "EUC-JP")) {
            String java = charset.equals("Shift_JIS") ? "windows-31j" : charset;
            all.add(sample(
                    "right-b-" + charset,
                    word("会議の件", charset, java),
                    RULED + charset + "\n\n" + Mail.raw(BODY, java)));
            all.add(sample(
                    "right-64-" + charset,
                    word("会議の件", charset, java),
                    RULED + charset + "\nContent-Transfer-Encoding: base64\n\n"
                            + Mail.lines64(
                                    Mail.raw(BODY.replace("\n", "\r\n"), java).getBytes(StandardCharsets.ISO_8859_1))));
        }
        all.add(
                sample(
                        "right-q",
                        "=?UTF-8?Q?=E4=BC=9A=E8=AD=B0?=",
                        RULED
                                + "UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n=E4=BC=9A=E8=AD=B0=\n=E3=81=A7=E3=81=99\n"));
        names().forEach((name, fields) -> all.add(attached("name-" + name, fields)));
        return all;
    }

    /** Mail that is labelled wrongly or not at all: rebuilt, whatever is found. */
    public static List<Sample> wrong() {
        List<Sample> all = new ArrayList<>();
        Map<String, String[]> bodies = new TreeMap<>();
        bodies.put("jis-unlabelled", new String[] {"", "ISO-2022-JP"});
        bodies.put("sjis-unlabelled", new String[] {"", "windows-31j"});
        bodies.put("utf-8-unlabelled", new String[] {"", "UTF-8"});
        bodies.put("utf-8-as-jis", new String[] {"ISO-2022-JP", "UTF-8"});
        bodies.put("sjis-as-utf-8", new String[] {"UTF-8", "windows-31j"});
        bodies.put("sjis-as-ascii", new String[] {"US-ASCII", "windows-31j"});
        bodies.put("euc-as-sjis", new String[] {"Shift_JIS", "EUC-JP"});
        bodies.put("cp932-label", new String[] {"cp932", "windows-31j"});
        bodies.put("unknown-label", new String[] {"x-unknown", "windows-31j"});
        bodies.forEach((name, pair) -> all.add(sample(
                "wrong-" + name,
                "=?UTF-8?B?" + Mail.base64("会議の件", "UTF-8") + "?=",
                "Content-Type: text/plain" + (pair[0].isEmpty() ? "" : "; charset=" + pair[0]) + "\n\n"
                        + Mail.raw(BODY, pair[1]))));
        String vendor = "㈱山田商店 ①②③ Ⅳ ㍻ 髙﨑 ～ − ﾊﾝｶｸ\n";
        all.add(sample(
                "wrong-vendor-jis",
                word("①ﾊﾝｶｸの件", "ISO-2022-JP", "x-windows-iso2022jp"),
                RULED + "ISO-2022-JP\n\n" + Mail.raw(vendor, "x-windows-iso2022jp")));
        all.add(sample(
                "wrong-vendor-sjis",
                word("①ﾊﾝｶｸの件", "Shift_JIS", "windows-31j"),
                RULED + "Shift_JIS\n\n" + Mail.raw(vendor, "windows-31j")));
        for (String charset : List.of("UTF-8", "windows-31j", "ISO-2022-JP", "EUC-JP")) {
            all.add(sample("raw-subject-" + charset, Mail.raw("会議の件について", charset), RULED + "us-ascii\n\nHello\n"));
            all.add(attached("raw-name-" + charset, disposition("filename=\"" + Mail.raw("予定表ソ.png", charset) + "\"")));
        }
        // Words that end inside a character, and in the middle of kanji.
        all.add(sample("split-utf-8", "=?UTF-8?B?5Lya6K0=?= =?UTF-8?B?sOOBruS7tg==?=", Mail.TEXT));
        String jis = Mail.base64("会議の件", "ISO-2022-JP");
        all.add(sample(
                "split-jis",
                "=?ISO-2022-JP?B?" + jis.substring(0, 8) + "?=\n =?ISO-2022-JP?B?" + jis.substring(8) + "?=",
                Mail.TEXT));
        all.add(attached(
                "name-in-type-only",
                "Content-Type: image/png; name=\"=?ISO-2022-JP?B?" + Mail.base64(NAME, "ISO-2022-JP") + "?=\""));
        all.add(attached(
                "name-unquoted",
                "Content-Type: image/png;\n name==?ISO-2022-JP?B?" + Mail.base64("資料.png", "ISO-2022-JP")
                        + "?=\nContent-Disposition: attachment;\n filename==?ISO-2022-JP?B?"
                        + Mail.base64("資料.png", "ISO-2022-JP") + "?="));
        all.add(attached(
                "name-fallback", disposition("filename=\"____.png\"; filename*=UTF-8''%E8%B3%87%E6%96%99.png")));
        all.add(Sample.of(
                "eml-jp-boundary-open",
                "eml",
                () -> Mail.bytes(Mail.usual(Mail.TEXT, Mail.picture("Content-Type: image/png\n"))
                        .replace("--b1--\n", ""))));
        all.add(Sample.of(
                "eml-jp-lf",
                "eml",
                () -> Mail.exactly(Mail.usual(Mail.TEXT, Mail.picture("Content-Type: image/png\n")))));
        all.add(Sample.of(
                "eml-jp-preamble",
                "eml",
                () -> Mail.bytes(Mail.usual(Mail.TEXT)
                        .replaceFirst("--b1\n", "This is a multi-part message in MIME format.\n\n--b1\n"))));
        all.add(sample("dots-in-address", "x", Mail.TEXT).keeps("a..b.@docomo.example.invalid"));
        return all;
    }

    private static Map<String, String> names() {
        Map<String, String> all = new TreeMap<>();
        all.put("ascii", disposition("filename=\"report.png\""));
        all.put("2231", disposition("filename*=UTF-8''%E8%B3%87%E6%96%99.png"));
        all.put("2231-jis", disposition("filename*=ISO-2022-JP''%1B%24B%3Bq%4E%41%1B%28B.png"));
        all.put(
                "2231-sections",
                disposition("filename*0*=UTF-8''%E8%B3%87%E6;\n filename*1*=%96%99; filename*2=\".png\""));
        all.put("word", disposition("filename=\"=?UTF-8?B?" + Mail.base64(NAME, "UTF-8") + "?=\""));
        all.put("word-jis", disposition("filename=\"=?ISO-2022-JP?B?" + Mail.base64(NAME, "ISO-2022-JP") + "?=\""));
        all.put(
                "word-two",
                disposition("filename=\"=?UTF-8?B?" + Mail.base64("会議", "UTF-8") + "?=\n =?UTF-8?B?"
                        + Mail.base64("資料.png", "UTF-8") + "?=\""));
        all.put("word-q", disposition("filename=\"=?UTF-8?Q?=E8=B3=87=E6=96=99.png?=\""));
        return all;
    }

    private static String disposition(String parameters) {
        return "Content-Type: image/png\nContent-Disposition: attachment; " + parameters;
    }

    private static String word(String text, String label, String charset) {
        return "=?" + label + "?B?" + Mail.base64(text, charset) + "?=";
    }

    private static Sample sample(String name, String subject, String body) {
        String mail = Mail.FIELDS.replace("Monthly report", subject).replace("hanako@", "a..b.@docomo.")
                + Mail.VERSION
                + body;
        return Sample.of("eml-jp-" + name, "eml", () -> Mail.bytes(mail));
    }

    private static Sample attached(String name, String fields) {
        return Sample.of("eml-jp-" + name, "eml", () -> Mail.bytes(Mail.usual(Mail.TEXT, Mail.picture(fields + "\n"))));
    }
}
