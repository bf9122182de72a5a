package jp.kiyome.mail.client;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;

/** The commands of an envelope, with the parameters that the other side knows. Stateless. */
final class Lines {

    private Lines() {}

    static String mail(Shipment shipment, Set<String> features) {
        Envelope envelope = shipment.envelope();
        Envelope.Options options = envelope.options();
        StringBuilder line =
                new StringBuilder("MAIL FROM:<").append(envelope.from()).append('>');
        if (features.contains("SIZE")) {
            line.append(" SIZE=").append(shipment.size());
        }
        // What is rebuilt has seven bits: nothing needs to be said of a body that came with eight, but it may be.
        if (options.eightBit() && features.contains("8BITMIME")) {
            line.append(" BODY=8BITMIME");
        }
        if (needsUtf8(envelope)) {
            line.append(" SMTPUTF8");
        }
        if (features.contains("DSN")) {
            line.append(options.ret().isEmpty() ? "" : " RET=" + options.ret());
            line.append(options.envelopeId().isEmpty() ? "" : " ENVID=" + options.envelopeId());
        }
        return line.toString();
    }

    /** Whether the sender or a recipient cannot be said without SMTPUTF8; the rebuilt mail itself never needs it. */
    static boolean needsUtf8(Envelope envelope) {
        return !senderIsAscii(envelope)
                || envelope.recipients().stream()
                        .anyMatch(recipient -> !recipient.mailbox().isAscii());
    }

    static boolean senderIsAscii(Envelope envelope) {
        return envelope.sender().isEmpty() || envelope.sender().get().isAscii();
    }

    static String recipient(Recipient recipient, Set<String> features) {
        StringBuilder line =
                new StringBuilder("RCPT TO:<").append(recipient.mailbox()).append('>');
        if (features.contains("DSN")) {
            line.append(recipient.asked().isEmpty() ? "" : " NOTIFY=" + recipient.asked());
            line.append(recipient.original().isEmpty() ? "" : " ORCPT=" + recipient.original());
        }
        return line.toString();
    }

    /** XFORWARD, with values in xtext as Postfix wants them. */
    static String forward(Client client) {
        String address = client.address().map(Lines::address).orElse("[UNAVAILABLE]");
        return "XFORWARD NAME=" + value(client.name()) + " ADDR=" + address + " PROTO="
                + (client.protocol().startsWith("ESMTP") ? "ESMTP" : "SMTP") + " HELO=" + value(client.helo());
    }

    private static String address(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') >= 0 ? "IPV6:" + text : text;
    }

    private static String value(String text) {
        if (text.isEmpty()) {
            return "[UNAVAILABLE]";
        }
        StringBuilder coded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7F && c != '+' && c != '=';
            coded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "+%02X", c & 0xFF));
        }
        return coded.toString();
    }
}
