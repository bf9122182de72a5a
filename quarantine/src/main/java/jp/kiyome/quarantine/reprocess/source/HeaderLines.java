package jp.kiyome.quarantine.reprocess.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.core.finding.Untrusted;

/**
 * What the program that quarantined a mail wrote above it of its envelope, and the subject as it stands there, encoded. Nothing is
 * decoded here, and nothing depends on it but what the item can be found by.
 *
 * @param sender empty when nobody wrote it
 * @param subject empty when there is none
 */
public record HeaderLines(Untrusted sender, List<Untrusted> recipients, Untrusted subject) {

    /** Bytes that are looked at. */
    public static final int ENOUGH = 1 << 16;

    private static final int MOST_RECIPIENTS = 1000;
    private static final int LONGEST = 1000;

    public HeaderLines {
        recipients = List.copyOf(recipients);
    }

    /** Whether this is how a mail begins: with a header field (RFC 5322, 2.2), or an mbox line. */
    static boolean begin(byte[] head) {
        int at = 0;
        while (at < head.length && head[at] > ' ' && head[at] < 127 && head[at] != ':') {
            at++;
        }
        return MboxScan.begins(head) || at > 0 && at < head.length && head[at] == ':';
    }

    /** Reads the header as far as it is given. */
    public static HeaderLines of(byte[] head) {
        String sender = "";
        String subject = "";
        Set<String> recipients = new LinkedHashSet<>();
        for (String line : unfolded(new String(head, StandardCharsets.UTF_8))) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = colon < 0 ? "" : shortened(line.substring(colon + 1).strip());
            switch (name) {
                case "x-envelope-from" -> sender = address(value);
                case "return-path" -> sender = sender.isEmpty() ? address(value) : sender;
                case "x-envelope-to", "delivered-to", "x-original-to" -> {
                    for (String one : value.split(",", MOST_RECIPIENTS)) {
                        recipients.add(address(one));
                    }
                }
                case "subject" -> subject = value;
                default -> {
                    // Not of the envelope.
                }
            }
        }
        return new HeaderLines(
                Untrusted.of(sender),
                recipients.stream()
                        .filter(one -> !one.isEmpty())
                        .limit(MOST_RECIPIENTS)
                        .map(Untrusted::of)
                        .toList(),
                Untrusted.of(subject));
    }

    private static List<String> unfolded(String head) {
        List<String> lines = new ArrayList<>();
        for (String line : (Iterable<String>) head.lines()::iterator) {
            if (line.isEmpty()) {
                break;
            }
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && !lines.isEmpty() && lines.getLast().length() < LONGEST) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else if (!folded) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String address(String value) {
        String bare = value.strip();
        return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
