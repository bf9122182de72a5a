package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.server.Recipient;

/**
 * What was known of a mail when it began to wait and nobody can find out again: what rules that asked for its sender have wanted, what others
 * have said.
 *
 * @param authenticated the line of header that says who it is from; may be empty
 * @param dropped hashes of files that do not come out
 * @param said findings that tell what others have said
 * @param ret RET of its sender (RFC 3461); may be empty
 * @param envelopeId ENVID, likewise
 * @param asking recipients for whom the sender has asked something of delivery reports
 */
record Noted(
        boolean outbound,
        String authenticated,
        Set<String> dropped,
        List<String> warnings,
        List<String> tags,
        boolean stripsLinks,
        List<Finding> said,
        String ret,
        String envelopeId,
        List<Recipient> asking) {

    private static final String OUT = "out";
    private static final String FROM = "from";
    private static final String DROP = "drop";
    private static final String WARN = "warn";
    private static final String TAG = "tag";
    private static final String STRIP = "strip";
    private static final String SAID = "said";
    private static final String ENVELOPE = "envelope";
    private static final String RECIPIENT = "recipient";

    static Noted of(Prepared one, String authenticated) {
        Decision decision = one.decision();
        boolean outbound = one.share().route().outbound();
        return new Noted(
                outbound,
                outbound ? "" : authenticated,
                decision.dropped(),
                decision.warnings(),
                decision.tags(),
                decision.stripsLinks(),
                one.awaited().said(),
                one.share().envelope().options().ret(),
                one.share().envelope().options().envelopeId(),
                one.share().envelope().recipients().stream()
                        .filter(to -> !to.asked().isEmpty() || !to.original().isEmpty())
                        .toList());
    }

    /** A recipient as it was named when the mail came. */
    Recipient recipient(Mailbox mailbox) {
        return asking.stream()
                .filter(to -> to.mailbox().equals(mailbox))
                .findFirst()
                .orElseGet(() -> new Recipient(mailbox, "", ""));
    }

    /** A line for each thing: a word, then fields behind tabs. */
    String write() {
        List<String> lines = new ArrayList<>();
        if (outbound) {
            lines.add(OUT);
        }
        if (stripsLinks) {
            lines.add(STRIP);
        }
        if (!authenticated.isEmpty()) {
            lines.add(line(FROM, authenticated));
        }
        dropped.forEach(one -> lines.add(line(DROP, one)));
        warnings.forEach(one -> lines.add(line(WARN, one)));
        tags.forEach(one -> lines.add(line(TAG, one)));
        said.forEach(one -> lines.add(line(
                SAID,
                one.kind().code(),
                one.where().part().unescaped(),
                one.where().place().unescaped(),
                one.detail().unescaped())));
        if (!ret.isEmpty() || !envelopeId.isEmpty()) {
            lines.add(line(ENVELOPE, ret, envelopeId));
        }
        asking.forEach(to -> lines.add(line(RECIPIENT, to.mailbox().toString(), to.asked(), to.original())));
        return String.join("\n", lines);
    }

    private static String line(String word, String... fields) {
        StringBuilder line = new StringBuilder(word);
        for (String field : fields) {
            line.append('\t')
                    .append(field.replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"));
        }
        return line.toString();
    }

    static Noted read(String note) {
        boolean outbound = false;
        boolean strips = false;
        String authenticated = "";
        Set<String> dropped = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<Finding> said = new ArrayList<>();
        String ret = "";
        String envelopeId = "";
        List<Recipient> asking = new ArrayList<>();
        for (String line : note.isEmpty() ? new String[0] : note.split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case OUT -> outbound = true;
                case STRIP -> strips = true;
                case FROM -> authenticated = field(fields[1]);
                case DROP -> dropped.add(field(fields[1]));
                case WARN -> warnings.add(field(fields[1]));
                case TAG -> tags.add(field(fields[1]));
                case SAID -> said.add(said(fields));
                case ENVELOPE -> {
                    ret = field(fields[1]);
                    envelopeId = field(fields[2]);
                }
                case RECIPIENT ->
                    Mailbox.read(field(fields[1]))
                            .ifPresent(to -> asking.add(new Recipient(to, field(fields[2]), field(fields[3]))));
                default -> throw new IllegalArgumentException("no such note: " + Untrusted.of(line));
            }
        }
        return new Noted(outbound, authenticated, dropped, warnings, tags, strips, said, ret, envelopeId, asking);
    }

    private static Finding said(String[] fields) {
        Location where = new Location(Untrusted.of(field(fields[2])), Untrusted.of(field(fields[3])));
        return Finding.of(fields[1], Action.KEPT, where, field(fields[4]));
    }

    private static String field(String written) {
        StringBuilder field = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char one = written.charAt(i);
            if (one == '\\') {
                i++;
                char next = written.charAt(i);
                field.append(next == 't' ? '\t' : next == 'r' ? '\r' : next == 'n' ? '\n' : next);
            } else {
                field.append(one);
            }
        }
        return field.toString();
    }
}
