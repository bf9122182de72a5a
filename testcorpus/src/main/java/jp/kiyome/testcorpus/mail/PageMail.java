package jp.kiyome.testcorpus.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.sample.Vector;

/** Pages that show pictures beside them: bodies of mail, and pages that browsers and word processors saved (RFC 2557). */
public final class PageMail {

    private static final String ID = "Content-Type: image/png\nContent-ID: <logo@example.invalid>\n";
    private static final String AT = "Content-Type: image/png\nContent-Location: ";
    private static final String RELATED = "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"";
    private static final String WHERE = "https://www.example.invalid/news/2026/page.html";

    private PageMail() {}

    /** Pages with nothing to find. */
    static List<Sample> benign() {
        return List.of(
                mail("eml-page-related", related(html("cid:logo@example.invalid"), Mail.picture(ID))),
                mail(
                        "eml-page-alternative",
                        Mail.usual("Content-Type: multipart/alternative; boundary=\"b2\"\n\n"
                                + Mail.parts(
                                        "b2",
                                        Mail.TEXT,
                                        RELATED.replace("b1", "b3") + "\n\n"
                                                + Mail.parts(
                                                        "b3", html("cid:logo@example.invalid"), Mail.picture(ID))))),
                saved("mhtml-of-a-word-processor", "", html("cid:logo@example.invalid"), Mail.picture(ID)));
    }

    /** Pages with something that must not come out. */
    static List<Vector> all() {
        List<Vector> all = new ArrayList<>();
        String evil = "https://" + Mail.MARKER + ".example.invalid/a.gif";
        pages(evil)
                .forEach((name, change) -> all.add(
                        vector("mhtml-" + name, html("cid:logo@example.invalid", change[0]), change[1].split(" ", 0))));
        String program = "Content-Type: application/octet-stream\nContent-ID: <p@example.invalid>\n"
                + "Content-Transfer-Encoding: base64\n\n" + Mail.PAYLOAD64 + "\n";
        all.add(Vector.of(
                        "mhtml-part-of-another-kind",
                        "mhtml",
                        () -> Mail.bytes(page("", html("cid:logo@example.invalid"), Mail.picture(ID), program)),
                        () -> Mail.bytes(page("", html("cid:logo@example.invalid"), Mail.picture(ID))))
                .finds("message.page-part", "message.refused-part")
                .loses(Mail.MARKER));
        all.add(MailCase.of("page-names-a-program", related(html("cid:p@example.invalid"), program)));
        return all;
    }

    private static Map<String, String[]> pages(String evil) {
        Map<String, String[]> all = new TreeMap<>();
        all.put("external-picture", new String[] {"<img src=\"" + evil + "\">", "html.external-picture"});
        all.put("unknown-identifier", new String[] {"<img src=\"cid:" + Mail.MARKER + "\">", "html.external-picture"});
        all.put("script", new String[] {"<script src=\"" + evil + "\"></script>", "html.script"});
        all.put("frame", new String[] {"<iframe src=\"" + evil + "\"></iframe>", "html.frame"});
        all.put("event", new String[] {"<b onclick=\"open('" + evil + "')\">b</b>", "html.event"});
        return all;
    }

    private static Vector vector(String name, String hostile, String... codes) {
        return Vector.of(
                        name,
                        "mhtml",
                        () -> Mail.bytes(page("", hostile, Mail.picture(ID))),
                        () -> Mail.bytes(page("", html("cid:logo@example.invalid"), Mail.picture(ID))))
                .finds(codes)
                .loses(Mail.MARKER);
    }

    /** As a browser saves it: pictures are named by where they were, in one of the ways that lead there. */
    public static byte[] ofBrowser(String source, String location) {
        return Mail.bytes("From: <Saved by Blink>\nSnapshot-Content-Location: " + WHERE + "\n"
                + page("", located(html(source)), Mail.picture(AT + location + "\n")));
    }

    /** Mail that names its pictures by address. */
    public static byte[] byAddress(String source, String location) {
        return Mail.bytes(related(located(html(source)), Mail.picture(AT + location + "\n")));
    }

    private static String located(String page) {
        return "Content-Location: " + WHERE + "\n" + page;
    }

    private static Sample mail(String name, String mail) {
        return Sample.of(name, "eml", () -> Mail.bytes(mail)).pictures(1);
    }

    private static Sample saved(String name, String fields, String... parts) {
        return Sample.of(name, "mhtml", () -> Mail.bytes(page(fields, parts))).pictures(1);
    }

    private static String related(String... parts) {
        return Mail.mixed(RELATED, "b1", parts);
    }

    private static String page(String fields, String... parts) {
        return fields + "Subject: News\nDate: Fri, 6 Nov 2026 10:15:00 +0900\n" + Mail.VERSION + RELATED + "\n\n"
                + Mail.parts("b1", parts);
    }

    /** A page as it is written, so that nothing about it changes. */
    private static String html(String source) {
        return html(source, "");
    }

    private static String html(String source, String behind) {
        return "Content-Type: text/html; charset=us-ascii\n\n<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"UTF-8\">\n"
                + "</head>\n<body><p>News<img src=\"" + source + "\">" + behind + "</p></body>\n</html>\n";
    }
}
