package jp.kiyome.quarantine.outbox;

import java.util.stream.Stream;

/**
 * What the sender of a mail has asked of delivery reports, for one recipient, as it was said (RFC 3461, section 4); an empty text for what
 * was not. Without blanks and control characters.
 *
 * @param ret RET
 * @param envelopeId ENVID
 * @param notifying NOTIFY
 * @param original ORCPT
 */
public record Dsn(String ret, String envelopeId, String notifying, String original) {

    public Dsn {
        if (Stream.of(ret, envelopeId, notifying, original)
                .flatMapToInt(String::chars)
                .anyMatch(one -> one <= ' ' || one == 0x7F)) {
            throw new IllegalArgumentException("no parameter of SMTP");
        }
    }

    /** Nothing was asked. */
    public static Dsn none() {
        return new Dsn("", "", "", "");
    }

    String write() {
        return equals(none()) ? "" : String.join("\t", ret, envelopeId, notifying, original);
    }

    static Dsn read(String written) {
        if (written.isEmpty()) {
            return none();
        }
        String[] fields = written.split("\t", -1);
        return new Dsn(fields[0], fields[1], fields[2], fields[3]);
    }
}
