package jp.kiyome.mail.client;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Wire;

/** Reads what a server answers (RFC 5321 §4.2.1). Stateless. */
final class Replies {

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 200;

    private Replies() {}

    /** The lines of one answer, without their codes; the code is that of the last. */
    record Read(Reply reply, List<String> lines) {}

    static Read read(Wire wire) throws SmtpTrouble {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = wire.line(LONGEST_LINE);
            boolean reply = line.matches("[2-5][0-9]{2}([ -].*)?");
            if (!reply) {
                throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "not an answer of SMTP");
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new Read(Reply.quoting(Integer.parseInt(line.substring(0, 3)), lines.getLast()), lines);
            }
        }
        throw new SmtpTrouble(SmtpTrouble.Kind.TOO_LONG, "an answer");
    }
}
