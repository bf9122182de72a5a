package jp.kiyome.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A next hop that does each thing a mail server may do to a mail, one connection after the other, and counts what it has taken. */
final class TroubledHop implements AutoCloseable {

    /** What goes wrong on a connection. */
    enum Trouble {
        NONE,
        AWAY,
        LATER,
        LATER_AFTER_DOT,
        NEVER_AFTER_DOT,
        /** Has read the mail, and goes away before it has it on disk. */
        GONE_AFTER_DOT,
        /** Has read the mail, and never says anything. */
        SILENT_AFTER_DOT,
        DIES_IN_THE_MIDDLE,
        /** Every second recipient is unknown. */
        NEVER_TO_HALF,
        /** Every second recipient is to come again. */
        LATER_TO_HALF,
        SLOW;

        /** The trouble of the n-th connection: about every third has one. */
        static Trouble of(int turn) {
            return switch (turn % 40) {
                case 1, 21 -> LATER;
                case 4, 24 -> LATER_AFTER_DOT;
                case 7 -> NEVER_AFTER_DOT;
                case 10, 30 -> GONE_AFTER_DOT;
                case 13 -> SILENT_AFTER_DOT;
                case 16, 36 -> DIES_IN_THE_MIDDLE;
                case 19, 39 -> NEVER_TO_HALF;
                case 27 -> LATER_TO_HALF;
                case 33 -> SLOW;
                case 34 -> AWAY;
                default -> NONE;
            };
        }
    }

    private final ServerSocket listener;
    private final AtomicInteger turns = new AtomicInteger();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Map<String, String> mixedUp = new ConcurrentHashMap<>();

    TroubledHop() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How often each address got its mail. */
    Map<String, AtomicInteger> taken() {
        return taken;
    }

    /** Addresses that got another mail than theirs. */
    Map<String, String> mixedUp() {
        return mixedUp;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Trouble trouble = Trouble.of(turns.getAndIncrement());
                Thread.ofVirtual().start(() -> serve(socket, trouble));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Trouble trouble) {
        try (socket) {
            if (trouble != Trouble.AWAY) {
                talk(
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                        socket.getOutputStream(),
                        trouble);
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever sent it hears of it.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void talk(BufferedReader in, OutputStream out, Trouble trouble) throws IOException, InterruptedException {
        say(out, "220 hop.example.invalid");
        List<String> to = new ArrayList<>();
        int named = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.length() < 4 ? line : line.substring(0, 4)) {
                case "EHLO" -> say(out, "250-hop.example.invalid\r\n250 8BITMIME");
                case "MAIL" -> say(out, trouble == Trouble.LATER ? "450 4.0.0 later" : "250 ok");
                case "RCPT" -> {
                    String answer = recipient(trouble, ++named);
                    if (answer.startsWith("250")) {
                        to.add(line);
                    }
                    say(out, answer);
                }
                case "DATA" -> {
                    say(out, "354 go");
                    if (!mail(in, out, to, trouble)) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String recipient(Trouble trouble, int named) {
        boolean second = named % 2 == 0;
        if (trouble == Trouble.NEVER_TO_HALF && second) {
            return "550 5.1.1 unknown";
        }
        return trouble == Trouble.LATER_TO_HALF && second ? "450 4.2.1 later" : "250 ok";
    }

    private boolean mail(BufferedReader in, OutputStream out, List<String> to, Trouble trouble)
            throws IOException, InterruptedException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        for (; line != null && !line.equals("."); line = in.readLine()) {
            if (trouble == Trouble.DIES_IN_THE_MIDDLE) {
                return false;
            }
            mail.append(line).append('\n');
        }
        if (line == null || trouble == Trouble.GONE_AFTER_DOT) {
            return false;
        }
        switch (trouble) {
            case LATER_AFTER_DOT -> say(out, "451 4.0.0 later");
            case NEVER_AFTER_DOT -> say(out, "554 5.0.0 never");
            case SILENT_AFTER_DOT -> Thread.sleep(60_000);
            default -> {
                Thread.sleep(trouble == Trouble.SLOW ? 500 : 0);
                take(to, mail.toString());
                say(out, "250 taken");
            }
        }
        return true;
    }

    private void take(List<String> to, String mail) {
        Optional<Integer> number = NumberedMail.of(mail);
        for (String command : to) {
            String address = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
            if (number.isEmpty() || !number.equals(NumberedMail.ofAddress(command))) {
                mixedUp.put(address, mail);
            }
            taken.computeIfAbsent(address, none -> new AtomicInteger()).incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
