package jp.kiyome.mail.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.SessionLimits;
import jp.kiyome.mail.smtp.Reply;

/** One mail's envelope while it is being said. Not thread-safe. */
final class Transaction {

    static final Reply SYNTAX = new Reply(501, "5.5.4 Syntax error in parameters");
    private static final Reply UNKNOWN = new Reply(555, "5.5.4 Parameter not implemented");
    private static final int LONGEST_VALUE = 500;

    private final Gate gate;
    private final SessionLimits limits;
    private final Client client;
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();

    /** As often as they were named and taken: an answer for each is owed in LMTP (RFC 2033 §4.2). */
    private final List<Recipient> named = new ArrayList<>();

    private Optional<Mailbox> sender = Optional.empty();
    private Envelope.Options options = Envelope.Options.none();
    private boolean open;

    Transaction(Gate gate, SessionLimits limits, Client client) {
        this.gate = gate;
        this.limits = limits;
        this.client = client;
    }

    boolean isOpen() {
        return open;
    }

    Envelope envelope() {
        return new Envelope(client, sender, options, List.copyOf(recipients.values()));
    }

    List<Recipient> named() {
        return List.copyOf(named);
    }

    /** MAIL (RFC 5321 §4.1.1.2, RFC 1870, 6152, 6531, 3461). */
    Reply mail(String argument) {
        if (open) {
            return new Reply(503, "5.5.1 Sender already given");
        }
        Optional<PathArgument> read = PathArgument.read(argument, "from:");
        if (read.isEmpty()) {
            return SYNTAX;
        }
        Optional<Envelope.Options> said = options(read.get().parameters());
        if (said.isEmpty()) {
            return UNKNOWN;
        }
        Optional<Mailbox> from = Mailbox.read(read.get().path());
        if (from.isEmpty() && !read.get().path().isEmpty()) {
            return new Reply(553, "5.1.7 Not a sender's address");
        }
        if (!said.get().utf8() && from.isPresent() && !from.get().isAscii()) {
            return new Reply(553, "5.6.7 Needs SMTPUTF8");
        }
        if (said.get().size() > limits.size()) {
            return new Reply(552, "5.3.4 Mail too large");
        }
        Reply answer = gate.sender(client, from, said.get());
        if (answer.isPositive()) {
            open = true;
            sender = from;
            options = said.get();
        }
        return answer;
    }

    private static Optional<Envelope.Options> options(Map<String, String> parameters) {
        String size = parameters.getOrDefault("SIZE", "0");
        String body = Ascii.upper(parameters.getOrDefault("BODY", "7BIT"));
        String ret = Ascii.upper(parameters.getOrDefault("RET", ""));
        String id = parameters.getOrDefault("ENVID", "");
        boolean known = Set.of("SIZE", "BODY", "SMTPUTF8", "RET", "ENVID").containsAll(parameters.keySet())
                && size.matches("[0-9]{1,18}")
                && Set.of("7BIT", "8BITMIME").contains(body)
                && Set.of("", "FULL", "HDRS").contains(ret)
                && parameters.getOrDefault("SMTPUTF8", "").isEmpty()
                && (id.isEmpty() || PathArgument.isPlain(id, 100));
        return known
                ? Optional.of(new Envelope.Options(
                        Long.parseLong(size), body.equals("8BITMIME"), parameters.containsKey("SMTPUTF8"), ret, id))
                : Optional.empty();
    }

    /** RCPT (§4.1.1.3). */
    Reply recipient(String argument) {
        if (!open) {
            return new Reply(503, "5.5.1 Sender first");
        }
        Optional<PathArgument> read = PathArgument.read(argument, "to:");
        if (read.isEmpty()) {
            return SYNTAX;
        }
        Optional<Recipient> said = parameters(read.get());
        if (said.isEmpty()) {
            return Mailbox.read(read.get().path()).isEmpty()
                    ? new Reply(553, "5.1.3 Not a recipient's address; routes are not followed")
                    : UNKNOWN;
        }
        if (!options.utf8() && !said.get().mailbox().isAscii()) {
            return new Reply(553, "5.6.7 Needs SMTPUTF8");
        }
        if (named.size() >= limits.recipients()) {
            return new Reply(452, "4.5.3 Too many recipients");
        }
        Reply answer = gate.recipient(client, said.get().mailbox());
        if (answer.isPositive()) {
            String key = said.get().mailbox().toString();
            recipients.putIfAbsent(key, said.get());
            named.add(recipients.getOrDefault(key, said.get()));
        }
        return answer;
    }

    private static Optional<Recipient> parameters(PathArgument said) {
        String notify = Ascii.upper(said.parameters().getOrDefault("NOTIFY", ""));
        String original = said.parameters().getOrDefault("ORCPT", "");
        List<String> words = new ArrayList<>(List.of(notify.split(",", -1)));
        boolean known = Set.of("NOTIFY", "ORCPT").containsAll(said.parameters().keySet())
                && (notify.isEmpty()
                        || notify.equals("NEVER")
                        || Set.of("SUCCESS", "FAILURE", "DELAY").containsAll(words))
                && (original.isEmpty() || PathArgument.isPlain(original, LONGEST_VALUE) && original.indexOf(';') > 0);
        return known
                ? Mailbox.read(said.path()).map(mailbox -> new Recipient(mailbox, notify, original))
                : Optional.empty();
    }
}
