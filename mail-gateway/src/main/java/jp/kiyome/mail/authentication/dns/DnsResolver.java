package jp.kiyome.mail.authentication.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks recursive servers, one after the other, over UDP and over TCP where an answer was cut (RFC 1035, RFC 7766). Each server has a
 * part of the time; what does not answer, or answers with an error, is asked once more after the others. Threads share it.
 */
public final class DnsResolver implements Resolver {

    private static final int ROUNDS = 2;
    private static final int MOST_ALIASES = 8;
    private static final int LONGEST_NAME = 253;

    private final List<InetSocketAddress> servers;
    private final Duration patience;

    /**
     * @param servers recursive ones, at least one
     * @param patience with one server, for one question
     */
    public DnsResolver(List<InetSocketAddress> servers, Duration patience) {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no name server");
        }
        this.servers = List.copyOf(servers);
        this.patience = patience;
    }

    @Override
    public Answer ask(Question question, Deadline deadline) {
        Optional<Name> name = name(question.name());
        int type = Type.value(question.type().name());
        for (int aliases = 0; name.isPresent() && aliases <= MOST_ALIASES; aliases++) {
            Optional<Message> reply = reply(Record.newRecord(name.get(), type, DClass.IN), deadline);
            if (reply.isEmpty()) {
                return new Answer.Trouble();
            }
            Reply read = Reply.read(reply.get(), name.get(), type, MOST_ALIASES);
            if (read.answer().isPresent()) {
                return read.answer().get();
            }
            name = Optional.of(read.name());
        }
        return name.isEmpty() ? new Answer.Nothing(0) : new Answer.Trouble();
    }

    /** Empty for what can be no name in a zone. */
    private static Optional<Name> name(String text) {
        boolean plain = text.chars().allMatch(c -> c > 0x20 && c < 0x7F);
        if (text.isEmpty() || text.length() > LONGEST_NAME || !plain) {
            return Optional.empty();
        }
        try {
            // The library takes a backslash, and a lone @, for more than a character.
            String escaped = text.replace("\\", "\\\\");
            return Optional.of(Name.fromString(escaped + "."));
        } catch (TextParseException notAName) {
            return Optional.empty();
        }
    }

    private Optional<Message> reply(Record question, Deadline deadline) {
        for (int round = 0; round < ROUNDS; round++) {
            for (InetSocketAddress server : servers) {
                Optional<Message> reply = deadline.isOver() ? Optional.empty() : reply(server, question, deadline);
                if (reply.isPresent()) {
                    return reply;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Message> reply(InetSocketAddress server, Record question, Deadline deadline) {
        Duration left = deadline.left();
        Duration wait = left.compareTo(patience) < 0 ? left : patience;
        // One for each question: its time is a field of it.
        SimpleResolver asking = new SimpleResolver(server);
        asking.setTimeout(wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait);
        try {
            Message reply = asking.sendAsync(Message.newQuery(question), work -> Thread.startVirtualThread(work))
                    .toCompletableFuture()
                    .get(wait.toNanos(), TimeUnit.NANOSECONDS);
            int code = reply.getRcode();
            return code == Rcode.NOERROR || code == Rcode.NXDOMAIN ? Optional.of(reply) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        }
    }
}
