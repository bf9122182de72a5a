package jp.kiyome.testcorpus.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Vector;

/** Group A: the header's syntax says one thing to one reader and another to the next. */
final class HeaderCases {

    private static final String MULTI = "Content-Type: multipart/mixed; boundary=\"b1\"";
    private static final String PLAIN = "Content-Type: text/plain";
    private static final String BODY = "\n" + Mail.parts("b1", Mail.TEXT, Mail.FILE);

    private HeaderCases() {}

    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        types().forEach((name, type) -> all.add(MailCase.of("a-" + name, mail(type))));
        encodings().forEach((name, field) -> all.add(MailCase.of("a-cte-" + name, encoded(field))));
        all.add(MailCase.of("a1-no-version", Mail.FIELDS + MULTI + "\n" + BODY));
        lineEnds(all);
        all.add(MailCase.of("a16-header-in-preamble", mail(MULTI).replace(BODY, "\n" + PLAIN + "\n" + BODY)));
        sizes(all);
        all.add(MailCase.of("a18-mbox-line", "From taro@example.invalid Fri Nov  6 10:15:00 2026\n" + mail(MULTI)));
        all.add(MailCase.of("a18-junk-first", "this is no field\n" + mail(MULTI)));
        all.add(MailCase.of("a18-eight-bit-junk-first", "\u0083\u0084\u00ff\n" + mail(MULTI)));
        all.add(MailCase.of("a18-junk-line", Mail.FIELDS + "this is no field\n" + Mail.VERSION + MULTI + "\n" + BODY));
        all.add(MailCase.of(
                "a18-eight-bit-junk", Mail.FIELDS + "\u0083\u0084\u00ff\n" + Mail.VERSION + MULTI + "\n" + BODY));
        return all;
    }

    private static String mail(String type) {
        return Mail.FIELDS + Mail.VERSION + type + "\n" + BODY;
    }

    private static String encoded(String field) {
        return Mail.usual(Mail.TEXT, Mail.FILE.replace("Content-Transfer-Encoding: base64", field));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        types.put("a2-two-types-first", MULTI + "\n" + PLAIN);
        types.put("a2-two-types-last", PLAIN + "\n" + MULTI);
        types.put("a3-two-values", "Content-Type: text/plain, multipart/mixed; boundary=\"b1\"");
        types.put("a3-two-values-blank", "Content-Type: text/plain multipart/mixed; boundary=\"b1\"");
        types.put("a3-two-values-parameter", "Content-Type: text/plain; x=multipart/mixed; boundary=\"b1\"");
        types.put("a7-blank-before-colon", MULTI.replace(":", " :"));
        types.put("a7-tab-before-colon", MULTI.replace(":", "\t:"));
        types.put("a7-nul-before-name", "\0" + MULTI);
        types.put("a7-nul-before-colon", MULTI.replace(":", "\0:"));
        types.put("a7-nul-in-value", MULTI.replace("multipart", "multi\0part"));
        types.put("a7-vt-before-name", "\u000B" + MULTI);
        types.put("a7-vt-before-colon", MULTI.replace(":", "\u000B:"));
        types.put("a7-blank-before-name", " " + MULTI);
        types.put("a7-tab-before-name", "\t" + MULTI);
        types.put("a7-blank-in-value", MULTI.replace("multipart", "multi part"));
        types.put("a7-tab-in-value", MULTI.replace("multipart/", "multipart\t/"));
        types.put("a7-vt-in-value", MULTI.replace("multipart", "multi\u000Bpart"));
        types.put("a8-two-colons", MULTI.replace(":", "::"));
        types.put("a8-no-colon", MULTI.replace(":", ""));
        types.put("a8-colon-on-next-line", MULTI.replace(":", "\n :"));
        types.put("a9-folded-in-token", MULTI.replace("multipart", "multi\n part"));
        types.put("a9-folded-name", MULTI.replace("Content-", "Content-\n "));
        types.put("a9-empty-folded-line", MULTI.replace("; ", ";\n \n "));
        types.put("a9-blank-continuation", MULTI.replace("; ", ";\n \t\n "));
        types.put("a11-blank-line-of-blanks", "X-First: 1\n  \n" + MULTI);
        types.put("a12-delimiter-in-header", MULTI + "\n--b1");
        types.put("a12-field-behind-delimiter", MULTI + "\n--b1\nX-Second: 1");
        types.put("a12-field-behind-header", MULTI + "\n\nX-Second: 1");
        types.put("a13-comment-in-type", MULTI.replace("multipart/", "multipart(text/plain)/"));
        types.put("a13-comment-before", MULTI.replace(": ", ": (text/plain) "));
        types.put("a13-comment-around", MULTI.replace("; ", " (; boundary=\"b2\") ; "));
        types.put("a13-comment-in-value", MULTI.replace("boundary=", "boundary=(b2)"));
        types.put("a13-comment-behind-value", MULTI + " (boundary=b2)");
        types.put("a13-comment-half-open", MULTI.replace("; ", " (; "));
        types.put("a13-comment-with-quote", MULTI.replace("; ", " (\") ; "));
        types.put("a14-word-as-type", MULTI.replace("multipart/mixed", "=?us-ascii?Q?multipart/mixed?="));
        types.put("a14-word-as-boundary", MULTI.replace("b1", "=?us-ascii?Q?b1?="));
        types.put("a14-word-as-half-boundary", MULTI.replace("b1", "b=?us-ascii?Q?1?="));
        types.put("a15-quoted-type", MULTI.replace("multipart/mixed", "\"multipart/mixed\""));
        types.put("a15-quoted-half", MULTI.replace("multipart/", "\"multipart\"/"));
        types.put("a15-escaped-type", MULTI.replace("multipart", "multi\\part"));
        types.put("a13-comment-deep", MULTI.replace("; ", " " + "(".repeat(9) + ")".repeat(9) + "; "));
        return types;
    }

    private static Map<String, String> encodings() {
        Map<String, String> fields = new TreeMap<>();
        String field = "Content-Transfer-Encoding: ";
        fields.put("a4-two-first", field + "base64\n" + field + "7bit");
        fields.put("a4-two-last", field + "7bit\n" + field + "base64");
        fields.put("a4-three", field + "7bit\n" + field + "base64\n" + field + "base64");
        fields.put("a5-comma", field + "base64,quoted-printable");
        fields.put("a5-blank", field + "base64 quoted-printable");
        fields.put("a5-semicolon", field + "base64;quoted-printable");
        fields.put("a6-longer", field + "base645");
        fields.put("a6-shorter", field + "bas");
        fields.put("a6-x", field + "x-base64");
        fields.put("a6-quotedprint", field + "quotedprint");
        fields.put("a7-nul", field + "\0base64");
        fields.put("a7-tab", field + "\tbase64");
        fields.put("a7-blank-inside", field + "base 64");
        fields.put("a7-vt-inside", field + "base\u000B64");
        fields.put("a13-comment", field + "(7bit) base64");
        fields.put("a13-comment-behind", field + "base64 (7bit)");
        fields.put("a13-half-comment", field + "base64 (7bit");
        fields.put("a14-word", field + "=?us-ascii?Q?base64?=");
        fields.put("a15-quoted", field + "\"base64\"");
        fields.put("a15-escaped", field + "bas\\e64");
        fields.put("a9-folded", field + "\n base64");
        fields.put("a9-folded-twice", field + "\n \n base64");
        fields.put("a8-two-colons", "Content-Transfer-Encoding:: base64");
        fields.put("c3-blanks-before", field + " ".repeat(2000) + "base64");
        return fields;
    }

    private static void lineEnds(List<Vector> all) {
        Map<String, String> ends = new TreeMap<>(Map.of(
                "cr",
                "\r",
                "crcrlf",
                "\r\r\n",
                "lfcr",
                "\n\r",
                "cr-nul-lf",
                "\r\0\n",
                "cr-blank-lf",
                "\r \n",
                "lf",
                "\n"));
        ends.forEach((name, end) -> {
            all.add(MailCase.of("a10-all-" + name, Mail.exactly(mail(MULTI).replace("\n", end))));
            String[] halves = mail(MULTI).split("(?=Content-Type: multipart)", 2);
            String mixed = halves[0].replace("\n", "\r\n")
                    + halves[1].replaceFirst("\n", "@@").replace("\n", "\r\n");
            all.add(MailCase.of("a10-one-" + name, Mail.exactly(mixed.replace("@@", end))));
            all.add(MailCase.of(
                    "a10-delimiter-" + name,
                    Mail.exactly(mail(MULTI).replace("\n", "\r\n").replace("--b1\r\n", "--b1" + end))));
        });
        all.add(MailCase.of(
                "a11-blank-line-of-cr",
                Mail.exactly(mail(MULTI).replace("\n", "\r\n").replace("\r\nMIME", "\r\n\r\r\nMIME"))));
    }

    private static void sizes(List<Vector> all) {
        all.add(MailCase.refused("a17-many-fields", Mail.FIELDS + "X-A: 1\n".repeat(200_000) + MULTI + "\n" + BODY));
        all.add(MailCase.refused(
                "a17-long-field", Mail.FIELDS + "X-A: " + "a".repeat(20 << 20) + "\n" + MULTI + "\n" + BODY));
        all.add(MailCase.refused("a17-many-parameters", mail(MULTI + "; a=1".repeat(100_000))));
        all.add(MailCase.refused("a17-deep-comments", mail(MULTI + " " + "(".repeat(100_000) + ")".repeat(100_000))));
    }
}
