package jp.kiyome.mail.authentication.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/**
 * What one message says about a name, through its aliases.
 *
 * @param answer empty where only an alias is told, and the name behind it has to be asked for
 * @param name the last alias
 */
record Reply(Optional<Answer> answer, Name name) {

    private static final long UNTOLD_SECONDS = 60;
    private static final int MOST_RECORDS = 200;

    static Reply read(Message message, Name asked, int type, int mostAliases) {
        List<Record> records = message.getSection(Section.ANSWER);
        Name name = asked;
        long seconds = Long.MAX_VALUE;
        for (int aliases = 0; aliases <= mostAliases; aliases++) {
            List<Record> found = of(records, name, type);
            if (!found.isEmpty()) {
                return new Reply(Optional.of(found(found, seconds)), name);
            }
            Optional<CNAMERecord> alias = alias(records, name);
            if (alias.isEmpty()) {
                return new Reply(nothing(message, name.equals(asked)), name);
            }
            seconds = Math.min(seconds, alias.get().getTTL());
            name = alias.get().getTarget();
        }
        return new Reply(Optional.of(new Answer.Trouble()), name);
    }

    private static List<Record> of(List<Record> records, Name name, int type) {
        return records.stream()
                .filter(record -> record.getType() == type && record.getName().equals(name))
                .limit(MOST_RECORDS)
                .toList();
    }

    private static Optional<CNAMERecord> alias(List<Record> records, Name name) {
        return records.stream()
                .filter(record ->
                        record instanceof CNAMERecord && record.getName().equals(name))
                .map(CNAMERecord.class::cast)
                .findFirst();
    }

    private static Answer found(List<Record> found, long seconds) {
        List<Record> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(record -> record instanceof MXRecord mx ? mx.getPriority() : 0));
        long least = found.stream().mapToLong(Record::getTTL).min().orElse(0);
        return new Answer.Found(sorted.stream().map(Reply::value).toList(), Math.min(least, seconds));
    }

    private static Optional<Answer> nothing(Message message, boolean withoutAlias) {
        Optional<SOARecord> authority = message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
        boolean told = withoutAlias || authority.isPresent() || message.getRcode() == Rcode.NXDOMAIN;
        long seconds =
                authority.map(soa -> Math.min(soa.getTTL(), soa.getMinimum())).orElse(UNTOLD_SECONDS);
        return told ? Optional.of(new Answer.Nothing(seconds)) : Optional.empty();
    }

    private static String value(Record record) {
        return switch (record) {
            case ARecord a -> a.getAddress().getHostAddress();
            case AAAARecord a -> a.getAddress().getHostAddress();
            case MXRecord mx -> mx.getTarget().toString(true);
            case PTRRecord ptr -> ptr.getTarget().toString(true);
            case TXTRecord text -> joined(text);
            // The types of the question are these five, and only records of that type come here.
            default -> throw new IllegalArgumentException("a record of another type");
        };
    }

    private static String joined(TXTRecord text) {
        StringBuilder all = new StringBuilder();
        for (byte[] part : text.getStringsAsByteArrays()) {
            all.append(new String(part, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
