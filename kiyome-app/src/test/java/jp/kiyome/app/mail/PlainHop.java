package jp.kiyome.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A next hop that takes whatever comes. */
final class PlainHop implements AutoCloseable {

    /** What came for one address. */
    record Taken(String to, String mail) {}

    private final ServerSocket listener;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    PlainHop() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Mails for an address. */
    List<String> taken(String to) {
        return taken.stream()
                .filter(one -> one.to().equals(to))
                .map(Taken::mail)
                .toList();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            talk(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    socket.getOutputStream());
        } catch (IOException gone) {
            // Whoever sent it hears of it.
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 hop.example.invalid");
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.length() < 4 ? line : line.substring(0, 4)) {
                case "EHLO" -> say(out, "250-hop.example.invalid\r\n250 8BITMIME");
                case "RCPT" -> {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say(out, "250 ok");
                }
                case "DATA" -> {
                    say(out, "354 go");
                    StringBuilder mail = new StringBuilder();
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        mail.append(text).append("\r\n");
                    }
                    taken.add(new Taken(to, mail.toString()));
                    say(out, "250 taken");
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
