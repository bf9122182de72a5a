package jp.kiyome.testcorpus.mail;

import java.util.List;
import java.util.function.Function;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places in mail that no reader shows. */
public final class MailPlaces {

    private static final String PICTURE =
            "Content-Type: image/png; name=\"a.png\"\nContent-Disposition: attachment; filename=\"a.png\"\n";

    private MailPlaces() {}

    public static List<Placement> all() {
        return List.of(
                place("field", t -> usual().replace("MIME-Version", "X-Secret: " + t + "\nMIME-Version")),
                place("field-name", t -> usual().replace("MIME-Version", "X-" + t + ": 1\nMIME-Version")),
                place("second-subject", t -> usual().replace("MIME-Version", "Subject: " + t + "\nMIME-Version")),
                place("date-comment", t -> usual().replace("+0900", "+0900 (" + t + ")"))
                        .untold("a comment among the words of a field; all fields are written anew from their values"),
                place("version-comment", t -> usual().replace("MIME-Version: 1.0", "MIME-Version: 1.0 (" + t + ")"))
                        .untold("a comment among the words of a field; all fields are written anew from their values"),
                place("reference-comment", t -> usual().replace(
                                        "MIME-Version", "In-Reply-To: <a@example.invalid> " + t + "\nMIME-Version"))
                        .untold("a comment among the words of a field; all fields are written anew from their values"),
                place("junk-line", t -> usual().replace("MIME-Version", "junk " + t + "\nMIME-Version")),
                place("mailbox-line", t -> "From " + t + " Fri Nov  6 10:15:00 2026\n" + usual()),
                place("boundary", t -> usual().replace("b1", t))
                        .untold("a boundary is the writer's own choice, and ours are new"),
                place("preamble", t -> usual().replaceFirst("--b1\n", t + "\n--b1\n")),
                place("epilogue", t -> usual() + t + "\n"),
                place("type-parameter", t -> usual().replace("charset=us-ascii", "charset=us-ascii; x=" + t)),
                place("type-comment", t -> usual().replace("charset=us-ascii", "charset=us-ascii (" + t + ")"))
                        .untold("a comment among the words of a field; all fields are written anew from their values"),
                place("disposition-parameter", t -> usual().replace(
                                "filename=\"a.png\"", "filename=\"a.png\"; creation-date=\"" + t + "\"")),
                place("part-field", t -> usual().replace(
                                "Content-Disposition", "X-Secret: " + t + "\nContent-Disposition")),
                place("part-location", t -> usual().replace(
                                "Content-Disposition", "Content-Location: " + t + "\nContent-Disposition")),
                place("encoding-comment", t -> usual().replace("base64", "base64 (" + t + ")"))
                        .untold("a comment among the words of a field; all fields are written anew from their values"),
                place("signature", MailPlaces::signed),
                place("opaque-signature", SealedMail::withCertificate),
                place("report-field", MailPlaces::report),
                place(
                        "amp",
                        t -> Mail.mixed(
                                "Content-Type: multipart/alternative; boundary=\"b1\"",
                                "b1",
                                Mail.TEXT,
                                "Content-Type: text/x-amp-html\n\n<html amp4email>" + t + "</html>\n")));
    }

    private static Placement place(String name, Function<String, String> mail) {
        return Placement.of("eml-" + name, "eml", (Token token) -> Mail.bytes(mail.apply(token.text())));
    }

    private static String usual() {
        return Mail.usual(Mail.TEXT, Mail.picture(PICTURE));
    }

    private static String signed(String token) {
        return Mail.mixed(
                "Content-Type: multipart/signed; boundary=\"b1\"; micalg=pgp-sha1;\n protocol=\"application/pgp-signature\"",
                "b1",
                Mail.TEXT,
                "Content-Type: application/pgp-signature\n\n" + token + "\n");
    }

    private static String report(String token) {
        return Mail.mixed(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"",
                "b1",
                Mail.TEXT,
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.example.invalid\nX-Secret: " + token
                        + "\n\nFinal-Recipient: rfc822; b@example.invalid\nAction: failed\nStatus: 5.1.1\nX-Other: "
                        + token + "\n");
    }
}
