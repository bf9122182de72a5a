package jp.kiyome.bridge.verdict;

import java.util.List;

/**
 * What an SMTP dialogue said of a mail. Empty texts stand for what is not known.
 *
 * @param from the reverse path, without angle brackets
 * @param recipients the forward paths
 * @param clientAddress of the client, as an IP address
 * @param helo the client's greeting
 */
public record Envelope(String from, List<String> recipients, String clientAddress, String helo) {

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    public static Envelope unknown() {
        return new Envelope("", List.of(), "", "");
    }
}
