package jp.kiyome.mail.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.settings.Protocol;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Watchdog;
import jp.kiyome.mail.smtp.Wire;

/** One connection to a next hop, for one mail. Not thread-safe. */
final class Conversation implements AutoCloseable {

    /** How far it got. */
    enum Stage {
        /** Nothing of the mail was sent: another next hop may be tried. */
        BEFORE,
        /** Some of it was sent, but not its end: the next hop cannot have taken it. */
        MAIL,
        /** All of it was sent: only the answer tells. */
        ANSWER
    }

    private final NextHop hop;
    private final String name;
    private final Watchdog watchdog;
    private final Duration idle;
    private final Map<String, String> features = new HashMap<>();
    private final Set<Recipient> answered = new HashSet<>();
    private final Wire plain;
    private Wire wire;
    private Stage stage = Stage.BEFORE;

    private Conversation(NextHop hop, String name, Watchdog watchdog, Duration idle, Wire wire) {
        this.hop = hop;
        this.name = name;
        this.watchdog = watchdog;
        this.idle = idle;
        this.plain = wire;
        this.wire = wire;
    }

    /** Connects. Names are looked up each time. */
    static Conversation open(NextHop hop, String name, Watchdog watchdog, Duration connect, Duration whole)
            throws SmtpTrouble {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getByName(hop.host()), hop.port()), (int) connect.toMillis());
            socket.setTcpNoDelay(true);
            Wire wire = new Wire(socket, watchdog, whole);
            wire.within(whole);
            return new Conversation(hop, name, watchdog, whole, wire);
        } catch (IOException e) {
            closeQuietly(socket);
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, e.toString());
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It never was open.
        }
    }

    Stage stage() {
        return stage;
    }

    boolean offers(String feature) {
        return features.containsKey(feature);
    }

    /** Up to where mail can be said; the answer that says no where it does. */
    Reply greet() throws SmtpTrouble {
        Reply greeting = Replies.read(wire).reply();
        if (!greeting.isPositive()) {
            return greeting;
        }
        Reply hello = hello();
        boolean encrypt = hop.tls() != NextHop.Tls.NEVER && hello.isPositive() && offers("STARTTLS");
        if (encrypt && say("STARTTLS").isPositive()) {
            encrypt();
            hello = hello();
        } else if (hop.tls() == NextHop.Tls.MUST && hello.isPositive()) {
            throw new SmtpTrouble(SmtpTrouble.Kind.NOT_ENCRYPTED, "no STARTTLS");
        }
        return hello;
    }

    private Reply hello() throws SmtpTrouble {
        features.clear();
        wire.say((hop.protocol() == Protocol.LMTP ? "LHLO " : "EHLO ") + name);
        wire.flush();
        Replies.Read read = Replies.read(wire);
        if (read.reply().isPositive()) {
            for (String line : read.lines().subList(1, read.lines().size())) {
                int blank = line.indexOf(' ');
                features.put(
                        Ascii.upper(blank < 0 ? line : line.substring(0, blank)),
                        blank < 0 ? "" : line.substring(blank + 1));
            }
        }
        return read.reply();
    }

    private void encrypt() throws SmtpTrouble {
        if (wire.isBuffered()) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "spoke on in the clear");
        }
        try {
            boolean must = hop.tls() == NextHop.Tls.MUST;
            SSLSocket socket =
                    (SSLSocket) Trust.sockets(must).createSocket(plain.socket(), hop.host(), hop.port(), true);
            if (must) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.setSoTimeout((int) idle.toMillis());
            socket.startHandshake();
            wire = new Wire(socket, watchdog, idle);
            wire.within(idle);
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.NOT_ENCRYPTED, e.toString());
        }
    }

    Reply say(String line) throws SmtpTrouble {
        wire.say(line);
        wire.flush();
        return Replies.read(wire).reply();
    }

    /** Names the sender. */
    Reply mail(Shipment shipment) throws SmtpTrouble {
        return say(Lines.mail(shipment, features.keySet()));
    }

    /** Whether the end of the mail was answered for a recipient. */
    boolean answered(Recipient recipient) {
        return answered.contains(recipient);
    }

    /** Names the recipients; what is not accepted is told at once. */
    Map<Recipient, Fate> recipients(Shipment shipment) throws SmtpTrouble {
        Map<Recipient, Fate> fates = new LinkedHashMap<>();
        for (Recipient recipient : shipment.envelope().recipients()) {
            boolean said = recipient.mailbox().isAscii() || offers("SMTPUTF8");
            Reply reply = said
                    ? say(Lines.recipient(recipient, features.keySet()))
                    : new Reply(553, "5.6.7 The next hop does not know such addresses");
            fates.put(recipient, Fate.of(reply));
        }
        return fates;
    }

    /** Sends the mail to those who were accepted. */
    void data(Shipment shipment, Map<Recipient, Fate> fates, Set<Recipient> accepted, Consumer<Recipient> delivered)
            throws SmtpTrouble {
        Reply go = say("DATA");
        if (go.code() != 354) {
            Fate fate = go.isPositive() ? new Fate.Deferred(go, false) : Fate.of(go);
            accepted.forEach(recipient -> fates.put(recipient, fate));
            return;
        }
        stage = Stage.MAIL;
        Stuffing stuffing = new Stuffing(wire);
        byte[] trace = shipment.traceBytes();
        stuffing.send(trace, trace.length);
        stuffing.send(shipment.content());
        stuffing.finish();
        stage = Stage.ANSWER;
        wire.say(".");
        wire.flush();
        if (hop.protocol() == Protocol.LMTP) {
            for (Recipient recipient : accepted) {
                settle(recipient, Fate.of(Replies.read(wire).reply()), fates, delivered);
            }
        } else {
            Fate fate = Fate.of(Replies.read(wire).reply());
            accepted.forEach(recipient -> settle(recipient, fate, fates, delivered));
        }
    }

    private void settle(Recipient recipient, Fate fate, Map<Recipient, Fate> fates, Consumer<Recipient> delivered) {
        if (fate instanceof Fate.Delivered) {
            delivered.accept(recipient);
        }
        fates.put(recipient, fate);
        answered.add(recipient);
    }

    /** Says goodbye; whether that is heard does not matter any more. */
    void quit() {
        try {
            wire.within(Duration.ofSeconds(5));
            say("QUIT");
        } catch (SmtpTrouble gone) {
            // Everything was answered.
        }
    }

    @Override
    public void close() {
        wire.close();
        plain.close();
    }
}
