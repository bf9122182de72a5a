package jp.kiyome.mail.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.Listening;
import jp.kiyome.mail.settings.Protocol;
import jp.kiyome.mail.settings.SessionLimits;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Watchdog;
import jp.kiyome.mail.smtp.Wire;

/** One client's conversation (RFC 5321, or RFC 2033). Not thread-safe. */
final class SmtpSession {

    /** RFC 5321 §4.5.3.1 and what the extensions add; ORCPT is the longest. */
    private static final int LONGEST_LINE = 2_048;

    private static final Reply OK = new Reply(250, "2.0.0 Ok");

    /** RFC 2033 §4.1. */
    private static final Reply LHLO_ALONE = new Reply(500, "5.5.1 LMTP is spoken here");

    private final GatewaySettings settings;
    private final SessionLimits limits;
    private final Gate gate;
    private final Watchdog watchdog;
    private final Optional<Encryption> encryption;
    private final long end;
    private Wire wire;
    private Client client;
    private Transaction transaction;
    private boolean greeted;
    private boolean encrypted;
    private boolean over;
    private int errors;
    private int mails;

    /** Of the answers that were said and are not sent yet. */
    private final List<Runnable> onceTold = new ArrayList<>();

    SmtpSession(
            GatewaySettings settings,
            Gate gate,
            Watchdog watchdog,
            Optional<Encryption> encryption,
            Wire wire,
            InetAddress peer) {
        this.settings = settings;
        this.limits = settings.limits();
        this.gate = gate;
        this.watchdog = watchdog;
        this.encryption = encryption;
        this.end = System.nanoTime() + limits.session().toNanos();
        this.wire = wire;
        this.client = Client.of(peer);
        this.transaction = new Transaction(gate, limits, client);
    }

    /** Talks until one of both has had enough. */
    void run() {
        try {
            talk();
        } catch (SmtpTrouble trouble) {
            farewell(trouble.kind());
        } finally {
            wire.close();
        }
    }

    private void talk() throws SmtpTrouble {
        wire.within(limits.command());
        if (settings.listen().proxied()) {
            client = Client.of(ProxyHeader.read(wire, client.peer()));
            transaction = new Transaction(gate, limits, client);
        }
        if (wire.isPending()) {
            end(new Reply(554, "5.5.1 Spoke before it was greeted"));
            return;
        }
        answer(new Reply(220, settings.name() + (lmtp() ? " LMTP Kiyome" : " ESMTP Kiyome")));
        while (!over) {
            if (System.nanoTime() > end) {
                end(new Reply(421, "4.4.2 This connection has lasted long enough"));
                return;
            }
            wire.within(limits.command());
            Reply reply = command(wire.line(LONGEST_LINE));
            errors += reply.isPermanent() ? 1 : 0;
            if (errors > limits.errors() && !over) {
                end(new Reply(421, "4.7.0 Too many errors"));
            } else {
                answer(reply);
            }
        }
    }

    private boolean lmtp() {
        return settings.listen().protocol() == Protocol.LMTP;
    }

    private Reply command(String line) throws SmtpTrouble {
        int blank = line.indexOf(' ');
        String verb = Ascii.upper(blank < 0 ? line : line.substring(0, blank));
        String argument = blank < 0 ? "" : line.substring(blank + 1).strip();
        return switch (verb) {
            case "EHLO" -> lmtp() ? LHLO_ALONE : ehlo(argument, "ESMTP");
            case "HELO" -> lmtp() ? LHLO_ALONE : ehlo(argument, "SMTP");
            case "LHLO" -> lmtp() ? ehlo(argument, "LMTP") : new Reply(500, "5.5.1 SMTP is spoken here");
            case "MAIL" -> greeted ? mail(argument) : new Reply(503, "5.5.1 Greet first");
            case "RCPT" -> transaction.recipient(argument);
            case "DATA" -> data(argument);
            case "RSET" -> reset();
            case "NOOP" -> counted(OK);
            case "VRFY" -> counted(new Reply(252, "2.5.2 Send mail and see"));
            case "QUIT" -> quit();
            case "STARTTLS" -> startTls(argument);
            case "XFORWARD" -> forward(argument);
            case "BDAT" -> chunk();
            default -> new Reply(502, "5.5.2 Command not implemented");
        };
    }

    /** What does nothing counts a little: a client that does nothing else has had its time. */
    private Reply counted(Reply reply) {
        return ++errors > limits.errors() ? new Reply(421, "4.7.0 Too many commands that do nothing") : reply;
    }

    private Reply ehlo(String name, String protocol) throws SmtpTrouble {
        if (!PathArgument.isPlain(name, 255)) {
            return new Reply(501, "5.5.4 Who is speaking?");
        }
        greeted = true;
        client = client.greeting(name, protocol + (encrypted ? "S" : ""));
        transaction = new Transaction(gate, limits, client);
        if (protocol.equals("SMTP")) {
            return new Reply(250, settings.name().toString());
        }
        wire.say("250-" + settings.name());
        wire.say("250-PIPELINING");
        wire.say("250-SIZE " + limits.size());
        if (encryption.isPresent() && !encrypted) {
            wire.say("250-STARTTLS");
        }
        if (settings.trusts(client.peer())) {
            wire.say("250-XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE");
        }
        wire.say("250-8BITMIME");
        wire.say("250-DSN");
        wire.say("250-SMTPUTF8");
        return new Reply(250, "ENHANCEDSTATUSCODES");
    }

    private Reply mail(String argument) {
        if (mails >= limits.mails()) {
            over = true;
            return new Reply(421, "4.7.0 Enough mail for one connection");
        }
        return transaction.mail(argument);
    }

    private Reply reset() {
        transaction = new Transaction(gate, limits, client);
        return counted(OK);
    }

    private Reply quit() {
        over = true;
        return new Reply(221, "2.0.0 Bye");
    }

    /** Not offered: what follows would be taken for commands (RFC 3030). */
    private Reply chunk() {
        over = true;
        return new Reply(502, "5.5.1 Chunks are not offered");
    }

    private Reply forward(String argument) {
        if (!settings.trusts(client.peer()) || transaction.isOpen()) {
            return new Reply(503, "5.7.0 Not from you, or not now");
        }
        Optional<Client> said = XForward.apply(client, argument);
        if (said.isEmpty()) {
            return Transaction.SYNTAX;
        }
        client = said.get();
        transaction = new Transaction(gate, limits, client);
        return OK;
    }

    private Reply startTls(String argument) throws SmtpTrouble {
        if (encryption.isEmpty() || encrypted || !argument.isEmpty()) {
            return new Reply(503, "5.5.1 Not now");
        }
        if (wire.isPending()) {
            over = true;
            return new Reply(554, "5.5.0 Spoke on in the clear");
        }
        answer(new Reply(220, "2.0.0 Go ahead"));
        SSLSocket socket = encryption.get().over(wire.socket(), limits.command());
        wire = new Wire(socket, watchdog, limits.idle());
        encrypted = true;
        greeted = false;
        client = Client.of(client.peer());
        transaction = new Transaction(gate, limits, client);
        wire.within(limits.command());
        // Answered already: the client speaks next.
        return command(wire.line(LONGEST_LINE));
    }

    private Reply data(String argument) throws SmtpTrouble {
        if (!argument.isEmpty()) {
            return Transaction.SYNTAX;
        }
        Envelope envelope = transaction.envelope();
        if (envelope.recipients().isEmpty()) {
            return new Reply(503, "5.5.1 No valid recipients");
        }
        if (wire.isPending()) {
            over = true;
            return new Reply(503, "5.5.0 Did not wait for the answer to DATA");
        }
        mails++;
        List<Recipient> named = transaction.named();
        transaction = new Transaction(gate, limits, client);
        answer(new Reply(354, "End with <CR><LF>.<CR><LF>"));
        wire.within(limits.data());
        try (Workspace workspace = Workspace.inTempDirectory()) {
            DataReader.Mail mail = new DataReader(wire, workspace.sink(), limits.size()).read();
            List<Reply> replies = answers(envelope, named, mail, workspace);
            errors = replies.stream().anyMatch(Reply::isPositive) ? 0 : errors;
            return lastOf(replies);
        } catch (UncheckedIOException disk) {
            over = true;
            return lastOf(
                    Collections.nCopies(lmtp() ? named.size() : 1, new Reply(452, "4.3.1 No room for this mail now")));
        }
    }

    /** Says all but the last, which is said like every answer. */
    private Reply lastOf(List<Reply> replies) throws SmtpTrouble {
        for (Reply reply : replies.subList(0, replies.size() - 1)) {
            wire.say(reply.toString());
        }
        return replies.getLast();
    }

    /** One, or in LMTP one for each time that a recipient was named and taken. */
    private List<Reply> answers(Envelope envelope, List<Recipient> named, DataReader.Mail mail, Workspace workspace) {
        Optional<Reply> refused = refused(mail);
        if (!lmtp()) {
            return List.of(refused.orElseGet(() -> heard(gate.mail(envelope, mail.content(), workspace))));
        }
        if (refused.isPresent()) {
            return Collections.nCopies(named.size(), refused.get());
        }
        Map<Recipient, Reply> each = heard(gate.mailForEach(envelope, mail.content(), workspace));
        return named.stream().map(each::get).map(Objects::requireNonNull).toList();
    }

    private <T> T heard(Gate.Answered<T> answered) {
        onceTold.add(answered.onceTold());
        return answered.answer();
    }

    private Optional<Reply> refused(DataReader.Mail mail) {
        if (mail.tooLarge()) {
            return Optional.of(new Reply(552, "5.3.4 Mail too large"));
        }
        if (mail.bare() && settings.listen().bareLineEnds() == Listening.BareLineEnds.REJECT) {
            return Optional.of(new Reply(550, "5.5.2 A CR or LF stands alone in this mail"));
        }
        if (mail.received() > limits.received()) {
            return Optional.of(new Reply(554, "5.4.6 Too many hops"));
        }
        return Optional.empty();
    }

    private void end(Reply reply) throws SmtpTrouble {
        over = true;
        answer(reply);
    }

    private void answer(Reply reply) throws SmtpTrouble {
        over |= reply.code() == 421;
        wire.say(reply.toString());
        // Commands that came together are answered together (RFC 2920), but for what becomes of a mail.
        if (over || !wire.isBuffered() || !onceTold.isEmpty()) {
            wire.flush();
            onceTold.forEach(Runnable::run);
            onceTold.clear();
        }
    }

    private void farewell(SmtpTrouble.Kind kind) {
        Optional<Reply> last =
                switch (kind) {
                    case GONE, NOT_ENCRYPTED -> Optional.empty();
                    case LATE -> Optional.of(new Reply(421, "4.4.2 Too slow"));
                    case TOO_LONG -> Optional.of(new Reply(500, "5.5.2 Too long"));
                    case GARBLED -> Optional.of(new Reply(500, "5.5.2 Not a line of SMTP"));
                };
        try {
            if (last.isPresent()) {
                wire.say(last.get().toString());
                wire.flush();
                wire.socket().shutdownOutput();
            }
        } catch (IOException gone) {
            // There is nobody left to tell.
        }
    }
}
