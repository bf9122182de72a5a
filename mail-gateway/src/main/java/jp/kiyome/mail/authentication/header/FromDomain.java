package jp.kiyome.mail.authentication.header;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;

/**
 * The domain that the reader of a mail is shown (RFC 7489 §3.1, §6.6.1). Only where there is one From with one address that nobody can
 * read otherwise: no groups, lists, routes, nor second addresses in the name.
 */
public final class FromDomain {

    private static final int DEEPEST_COMMENT = 5;
    private static final int LONGEST = 4_000;

    private final String text;
    private final StringBuilder outside = new StringBuilder();
    private Optional<String> angle = Optional.empty();
    private int at;

    private FromDomain(String text) {
        this.text = text;
    }

    /** Empty for anything but one plain address. */
    public static Optional<DomainName> of(MailHeader header) {
        List<HeaderField> all = header.all("From");
        if (all.size() != 1) {
            return Optional.empty();
        }
        String value = all.getFirst().unfolded();
        return value.length() > LONGEST ? Optional.empty() : new FromDomain(value).domain();
    }

    private Optional<DomainName> domain() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean fine =
                    switch (c) {
                        case '"' -> quoted();
                        case '(' -> comment();
                        case '<' -> angle();
                        default -> plain(c);
                    };
            if (!fine) {
                return Optional.empty();
            }
        }
        String rest = outside.toString().strip();
        if (angle.isPresent()) {
            return rest.indexOf('@') < 0 ? address(angle.get()) : Optional.empty();
        }
        return address(rest);
    }

    private boolean plain(char c) {
        outside.append(c);
        at++;
        return ",;:>)\\".indexOf(c) < 0 && (c == '\t' || c >= 0x20 && c != 0x7F);
    }

    /** A name between quotes; a quoted local part is not taken, for nobody writes one who means well. */
    private boolean quoted() {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                outside.append(' ');
                return at == text.length() || text.charAt(at) != '@';
            }
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }

    private boolean comment() {
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(' && ++depth > DEEPEST_COMMENT) {
                return false;
            } else if (c == ')' && --depth == 0) {
                at++;
                outside.append(' ');
                return true;
            }
        }
        return false;
    }

    private boolean angle() {
        int end = text.indexOf('>', at);
        if (end < 0 || angle.isPresent() || !text.substring(end + 1).matches("[ \t]*(\\(.*)?")) {
            return false;
        }
        angle = Optional.of(text.substring(at + 1, end).strip());
        at = end + 1;
        return true;
    }

    private static Optional<DomainName> address(String text) {
        int at = text.indexOf('@');
        boolean plain = at > 0
                && text.indexOf('@', at + 1) < 0
                && text.substring(0, at).chars().allMatch(c -> c > 0x20 && "\"(),:;<>[\\]".indexOf(c) < 0 && c != 0x7F);
        return plain ? utf8(text.substring(at + 1)).flatMap(DomainName::read) : Optional.empty();
    }

    private static Optional<String> utf8(String bytes) {
        try {
            byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
