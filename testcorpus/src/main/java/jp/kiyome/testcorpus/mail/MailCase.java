package jp.kiyome.testcorpus.mail;

import jp.kiyome.testcorpus.sample.Ending;
import jp.kiyome.testcorpus.sample.Vector;

/** Makes a vector of a raw mail. */
final class MailCase {

    private MailCase() {}

    /** Lines end with CRLF. The file in it must not come out; the mail may be refused. */
    static Vector of(String name, String raw) {
        return of(name, Mail.bytes(raw));
    }

    static Vector of(String name, byte[] mail) {
        return Vector.of("eml-" + name, "eml", mail::clone, () -> Mail.bytes(twin(name)))
                .ends(Ending.REBUILT_OR_REFUSED)
                .loses(Mail.MARKER);
    }

    /** Must be refused, for readers do not agree on it. */
    static Vector refused(String name, String raw) {
        return of(name, raw).ends(Ending.REFUSED);
    }

    static Vector refused(String name, byte[] mail) {
        return of(name, mail).ends(Ending.REFUSED);
    }

    /** Without anything to find; the subject tells it from other twins. */
    @SuppressWarnings("StringConcatToTextBlock")
    private static String twin(String name) {
        return Mail.usual(
                        Mail.TEXT,
                        Mail.picture("Content-Type: image/png; name=\"report.png\"\n"
                                + "Content-Disposition: attachment; filename=\"report.png\"\n"))
                .replace("Monthly report", "Monthly report " + name);
    }
}
