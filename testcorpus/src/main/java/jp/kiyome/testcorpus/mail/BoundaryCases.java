package jp.kiyome.testcorpus.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Vector;

/** Group B: which lines delimit the parts. */
final class BoundaryCases {

    private static final String MIXED = "Content-Type: multipart/mixed";

    private BoundaryCases() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        parameters().forEach((name, parameter) -> {
            all.add(MailCase.of("b-" + name, Mail.mixed(MIXED + parameter, "b1", Mail.TEXT, Mail.FILE)));
            all.add(MailCase.of("b-" + name + "-other", Mail.mixed(MIXED + parameter, "b2", Mail.TEXT, Mail.FILE)));
        });
        spelled()
                .forEach((name, pair) -> all.add(MailCase.of(
                        "b6-" + name, Mail.mixed(MIXED + "; boundary=" + pair[0], pair[1], Mail.TEXT, Mail.FILE))));
        delimiters()
                .forEach((name, delimiter) -> all.add(MailCase.of(
                        "b7-" + name,
                        Mail.usual(Mail.TEXT, Mail.FILE)
                                .replace("--b1\nContent-Type: app", delimiter + "\nContent-Type: app"))));
        nested(all);
        ends(all);
        kinds(all);
        deep(all);
        return all;
    }

    private static Map<String, String> parameters() {
        Map<String, String> all = new TreeMap<>();
        all.put("b1-missing", "");
        all.put("b1-empty", "; boundary=");
        all.put("b1-quoted-empty", "; boundary=\"\"");
        all.put("b1-blanks", "; boundary=\"  \"");
        all.put("b2-twice", "; boundary=\"b1\"; boundary=\"b2\"");
        all.put("b2-twice-other-order", "; boundary=\"b2\"; boundary=\"b1\"");
        all.put("b3-plain-and-extended", "; boundary=\"b1\"; boundary*=us-ascii''b2");
        all.put("b3-extended-and-plain", "; boundary*=us-ascii''b2; boundary=\"b1\"");
        all.put("b3-extended", "; boundary*=us-ascii''b1");
        all.put("b3-percent", "; boundary*=us-ascii''%621");
        all.put("b4-sections", "; boundary*0=\"b\"; boundary*1=\"1\"");
        all.put("b4-out-of-order", "; boundary*1=\"1\"; boundary*0=\"b\"");
        all.put("b4-gap", "; boundary*0=\"b\"; boundary*2=\"1\"");
        all.put("b4-repeated", "; boundary*0=\"b\"; boundary*0=\"b\"; boundary*1=\"1\"");
        all.put("b4-utf-16", "; boundary*=utf-16''%00b%001");
        all.put("b5-comment", "; (boundary=\"b2\") boundary=\"b1\"");
        all.put("b5-comment-in-name", "; boun(x)dary=\"b1\"");
        all.put("b5-nested-comment-in-name", "; boun(x (y))dary=\"b1\"");
        all.put("b5-nested-comment", "; (x (boundary=\"b2\")) boundary=\"b1\"");
        all.put("b6-half-quote", "; boundary=\"b1");
        all.put("b6-late-quote", "; boundary=b1\"");
        all.put("b6-escaped", "; boundary=\"b\\1\"");
        all.put("b6-single-quotes", "; boundary='b1'");
        all.put("b6-semicolon-inside", "; boundary=\"b1;b2\"");
        all.put("b6-blank-inside", "; boundary=b1 b2");
        all.put("b6-trailing-blank", "; boundary=\"b1 \"");
        all.put("b6-leading-blank", "; boundary=\" b1\"");
        return all;
    }

    private static Map<String, String[]> spelled() {
        Map<String, String[]> all = new TreeMap<>();
        all.put("inner-blank", new String[] {"\"b 1\"", "b 1"});
        all.put("comma", new String[] {"b1,b2", "b1,b2"});
        all.put("single-quotes", new String[] {"'b1'", "'b1'"});
        all.put("escaped-quote", new String[] {"\"b\\\"1\"", "b\"1"});
        all.put("half-quote", new String[] {"b\"1", "b\"1"});
        all.put("equals", new String[] {"--=_b1=_", "--=_b1=_"});
        return all;
    }

    private static Map<String, String> delimiters() {
        Map<String, String> all = new TreeMap<>();
        all.put("cr-inside", "--b\r1");
        all.put("nul-inside", "--b\0001");
        all.put("nul-behind", "--b1\0");
        all.put("cr-behind", "--b1\r");
        all.put("junk-behind", "--b1 junk");
        all.put("junk-glued", "--b1x");
        all.put("blank-before", " --b1");
        all.put("nul-before", "\0--b1");
        all.put("cr-before", "x\r--b1");
        all.put("blanks-behind", "--b1 \t ");
        all.put("vt-behind", "--b1\u000B");
        return all;
    }

    private static void nested(List<Vector> all) {
        Map<String, String[]> pairs = new TreeMap<>();
        for (String tail : List.of("", "-", " ", "\t", " x", "x", "--", "--x")) {
            pairs.put("inner-extends-" + tail.replace(' ', '_').replace('\t', '~'), new String[] {"b1", "b1" + tail});
            pairs.put("outer-extends-" + tail.replace(' ', '_').replace('\t', '~'), new String[] {"b1" + tail, "b1"});
        }
        pairs.forEach((name, pair) -> {
            String inner = MIXED + "; boundary=\"" + pair[1] + "\"\n\n" + Mail.parts(pair[1], Mail.TEXT, Mail.FILE);
            all.add(MailCase.of(
                    "b8-" + name,
                    Mail.mixed(MIXED + "; boundary=\"" + pair[0] + "\"", pair[0], Mail.TEXT, inner, Mail.TEXT)));
            String open = inner.substring(0, inner.length() - pair[1].length() - 5);
            all.add(MailCase.of(
                    "b9-" + name + "-open",
                    Mail.mixed(MIXED + "; boundary=\"" + pair[0] + "\"", pair[0], Mail.TEXT, open, Mail.TEXT)));
        });
    }

    private static void ends(List<Vector> all) {
        String usual = Mail.usual(Mail.TEXT, Mail.FILE);
        all.add(MailCase.of("b9-no-end", usual.replace("--b1--\n", "")));
        all.add(MailCase.of(
                "b9-no-end-of-both",
                Mail.usual(Mail.TEXT, Mail.mixedPart(Mail.TEXT, Mail.FILE))
                        .replace("--b2--\n", "")
                        .replace("--b1--\n", "")));
        all.add(MailCase.of("b9-end-only", usual.replace("--b1\n", "--b1--\n")));
        all.add(MailCase.of("b9-end-as-opening", usual.replaceFirst("--b1\n", "--b1--\n")));
        all.add(MailCase.of(
                "b9-end-in-middle",
                usual.replace(Mail.FILE, "").replace("--b1\n--b1--", "--b1--\n--b1\n" + Mail.FILE + "--b1--")));
        all.add(MailCase.of("b9-in-header", usual.replace("name=\"report.zip\"\n", "name=\"report.zip\";\n--b1\n")));
        String file = "\n" + Mail.FILE;
        all.add(MailCase.of("b10-preamble", Mail.usual(Mail.TEXT).replaceFirst("--b1\n", Mail.FILE + "\n--b1\n")));
        all.add(MailCase.of(
                "b10-preamble-part",
                Mail.usual(Mail.TEXT).replaceFirst("--b1\n", "--b0\n" + Mail.FILE + "--b0--\n--b1\n")));
        all.add(MailCase.of("b10-epilogue", Mail.usual(Mail.TEXT) + file));
        all.add(MailCase.of("b10-epilogue-part", Mail.usual(Mail.TEXT) + "--b1\n" + Mail.FILE + "--b1--\n"));
        all.add(MailCase.of("b10-epilogue-other-part", Mail.usual(Mail.TEXT) + "--b2\n" + Mail.FILE + "--b2--\n"));
        all.add(MailCase.of("b11-no-part", Mail.mixed(MIXED + "; boundary=\"b1\"", "b1")));
        all.add(MailCase.of("b11-delimiters-only", Mail.usual("", "", "")));
        all.add(MailCase.of(
                "b11-blank-behind-delimiter", usual.replace("--b1\nContent-Type: app", "--b1\n\nContent-Type: app")));
    }

    private static void kinds(List<Vector> all) {
        String parts = Mail.parts("b1", Mail.TEXT, Mail.FILE);
        all.add(MailCase.of("b12-no-parameter", Mail.FIELDS + Mail.VERSION + MIXED + "\n\n" + parts));
        all.add(MailCase.of("b12-text-declared", Mail.FIELDS + Mail.VERSION + "Content-Type: text/plain\n\n" + parts));
        all.add(MailCase.of("b12-nothing-declared", Mail.FIELDS + "\n" + parts));
        all.add(MailCase.refused(
                "b12-base64-multipart",
                Mail.FIELDS + Mail.VERSION + MIXED + "; boundary=\"b1\"\nContent-Transfer-Encoding: base64\n\n"
                        + Mail.lines64(Mail.bytes(parts))));
        String whole = Mail.usual(Mail.TEXT, Mail.FILE);
        all.add(MailCase.of(
                "b13-message-base64",
                Mail.usual(
                        Mail.TEXT,
                        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                                + Mail.lines64(Mail.bytes(whole)))));
        all.add(MailCase.of(
                "b13-message", Mail.usual(Mail.TEXT, "Content-Type: message/rfc822\n\n" + whole.replace("b1", "b3"))));
        all.add(MailCase.of(
                "b13-global", Mail.usual(Mail.TEXT, "Content-Type: message/global\n\n" + whole.replace("b1", "b3"))));
        for (int number = 1; number < 3; number++) {
            all.add(MailCase.refused(
                    "b13-partial-" + number,
                    Mail.FIELDS + Mail.VERSION + "Content-Type: message/partial; id=\"x@example.invalid\"; number="
                            + number + "; total=2\n\n" + whole));
        }
        all.add(
                MailCase.of(
                        "b13-external-body",
                        Mail.usual(
                                Mail.TEXT,
                                "Content-Type: message/external-body; access-type=URL;\n URL=\"ftp://" + Mail.MARKER
                                        + ".example.invalid/x.exe\"\n\nContent-Type: application/octet-stream\nContent-ID: <x@example.invalid>\n\n")));
        all.add(MailCase.of(
                "b14-digest",
                Mail.mixed(
                        "Content-Type: multipart/digest; boundary=\"b1\"",
                        "b1",
                        "\n" + whole.replace("b1", "b3"),
                        "\n" + Mail.FIELDS + "\nHello\n")));
        all.add(MailCase.of(
                "b15-long-boundary",
                Mail.mixed(MIXED + "; boundary=\"" + "b".repeat(71) + "\"", "b".repeat(71), Mail.TEXT, Mail.FILE)));
    }

    private static void deep(List<Vector> all) {
        for (int depth : new int[] {100, 1_000, 10_000}) {
            StringBuilder mail = new StringBuilder(Mail.FIELDS + Mail.VERSION);
            for (int i = 0; i < depth; i++) {
                mail.append(MIXED + "; boundary=\"n")
                        .append(i)
                        .append("\"\n\n--n")
                        .append(i)
                        .append('\n');
            }
            all.add(MailCase.refused("b15-depth-" + depth, mail + Mail.FILE));
            String messages = (Mail.FIELDS + Mail.VERSION + "Content-Type: message/rfc822\n\n").repeat(depth);
            all.add(MailCase.refused("b15-messages-" + depth, messages + Mail.usual(Mail.FILE)));
        }
        all.add(MailCase.refused(
                "b15-many-parts",
                Mail.mixed(MIXED + "; boundary=\"b1\"", "b1", "\nx\n--b1\n".repeat(500_000), Mail.FILE)));
    }
}
