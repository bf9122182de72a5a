package jp.kiyome.mail.authentication.results;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.mail.authentication.header.HeaderField;
import jp.kiyome.mail.authentication.header.MailHeader;

/**
 * Fields of results in a mail that nobody should believe (RFC 8601 §5): those that claim to be this server's own, those nobody can
 * read, and those of anybody who is not a trusted server before this one and handed the mail in.
 */
public final class ForeignResults {

    private final List<Upstream> trusted;

    public ForeignResults(List<Upstream> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** In the order of the mail. */
    public List<HeaderField> in(MailHeader header, Optional<InetAddress> client) {
        return header.all("Authentication-Results").stream()
                .filter(field -> trusted.stream().noneMatch(one -> one.is(client) && one.wrote(field)))
                .toList();
    }

    /** The mail as it was but for these fields; lives as long as the content. */
    public static InputStream without(List<HeaderField> fields, Content mail) {
        List<InputStream> pieces = new ArrayList<>();
        long at = 0;
        for (HeaderField field : fields) {
            pieces.add(mail.slice(at, field.offset() - at).stream());
            at = Math.min(mail.size(), field.offset() + field.length());
        }
        pieces.add(mail.slice(at, mail.size() - at).stream());
        return new SequenceInputStream(Collections.enumeration(pieces));
    }
}
