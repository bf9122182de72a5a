package jp.kiyome.app.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails in as a mail server does: it keeps each for each recipient until that was answered with 2xx or 5xx, whatever happens to the
 * connection. Threads share it.
 */
final class Postman {

    private static final int MAILS_PER_CONNECTION = 5;

    /** A mail for those recipients who have not been answered for. */
    private record Letter(NumberedMail mail, List<String> to) {}

    private final int port;
    private final BlockingQueue<Letter> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger again = new AtomicInteger();

    Postman(int port) {
        this.port = port;
    }

    void give(int from, int until) {
        for (int number = from; number < until; number++) {
            NumberedMail mail = new NumberedMail(number);
            open.incrementAndGet();
            queue.add(new Letter(mail, mail.recipients()));
        }
    }

    /** Mails that he still has. */
    int open() {
        return open.get();
    }

    /** Addresses for which he was told yes. */
    Set<String> accepted() {
        return accepted;
    }

    /** Addresses for which he was told never. */
    Set<String> refused() {
        return refused;
    }

    /** How often a mail had to be handed in again. */
    int again() {
        return again.get();
    }

    /** Starts a client that works until it is interrupted. */
    Thread walk() {
        return Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    trip();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    /** One connection. */
    private void trip() throws InterruptedException {
        @Nullable Letter letter = queue.poll(200, TimeUnit.MILLISECONDS);
        if (letter == null) {
            return;
        }
        try (Dialogue talk = new Dialogue(port)) {
            for (int i = 0; i < MAILS_PER_CONNECTION && letter != null; i++) {
                Letter now = letter;
                letter = queue.poll();
                hand(talk, now);
            }
            talk.ask("QUIT");
        } catch (IOException gone) {
            Thread.sleep(50);
        } finally {
            if (letter != null) {
                queue.add(letter);
            }
        }
    }

    private void hand(Dialogue talk, Letter now) throws IOException {
        List<String> left = new ArrayList<>(now.to());
        try {
            left.removeAll(answered(talk, now));
        } finally {
            if (left.isEmpty()) {
                open.decrementAndGet();
            } else {
                again.incrementAndGet();
                queue.add(new Letter(now.mail(), List.copyOf(left)));
            }
        }
    }

    private List<String> answered(Dialogue talk, Letter letter) throws IOException {
        List<String> answered = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        if (!talk.ask("MAIL FROM:<s@sender.example> BODY=8BITMIME").startsWith("250")) {
            talk.ask("RSET");
            return answered;
        }
        for (String to : letter.to()) {
            String reply = talk.ask("RCPT TO:<" + to + ">");
            if (reply.startsWith("250")) {
                taken.add(to);
            } else if (reply.startsWith("5")) {
                refused.add(to);
                answered.add(to);
            }
        }
        if (taken.isEmpty()) {
            talk.ask("RSET");
            return answered;
        }
        talk.ask("DATA");
        talk.say(dotted(letter.mail().bytes()));
        String reply = talk.reply();
        if (reply.startsWith("250") || reply.startsWith("5")) {
            (reply.startsWith("250") ? accepted : refused).addAll(taken);
            answered.addAll(taken);
        }
        return answered;
    }

    private static byte[] dotted(byte[] mail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(mail);
        all.writeBytes("\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }
}
