package jp.kiyome.mail.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.smtp.Reply;

/** What is said of a mail: one answer for all, or one for each recipient where the client wants that (RFC 2033). Not thread-safe. */
final class Answers {

    private final boolean apart;
    private final Map<Recipient, Reply> own = new LinkedHashMap<>();

    Answers(boolean apart) {
        this.apart = apart;
    }

    boolean apart() {
        return apart;
    }

    /** Some are told something else than the others, where they can be. */
    void tell(List<Recipient> some, Reply reply) {
        if (apart) {
            some.forEach(recipient -> own.put(recipient, reply));
        }
    }

    /** @param common for those who are told nothing else */
    Reply of(Recipient recipient, Reply common) {
        return own.getOrDefault(recipient, common);
    }
}
