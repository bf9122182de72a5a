package jp.kiyome.testcorpus.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A mail server that does one thing with each mail. Threads share it. */
public final class SmallMailServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Function<ReceivedMail, String> work;

    private SmallMailServer(ServerSocket listener, Function<ReceivedMail, String> work) {
        this.listener = listener;
        this.work = work;
    }

    /**
     * Listens at any port of this machine.
     *
     * @param work gives the answer to each mail, such as {@code 250 ok}; called by many threads at a time
     */
    public static SmallMailServer start(Function<ReceivedMail, String> work) {
        try {
            SmallMailServer server =
                    new SmallMailServer(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), work);
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
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
            socket.setTcpNoDelay(true);
            talk(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket.getOutputStream());
        } catch (IOException gone) {
            // Whoever sent it hears of it.
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 small.example.invalid ESMTP");
        String from = "";
        List<String> to = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.length() < 4 ? line : line.substring(0, 4)) {
                case "EHLO" ->
                    say(
                            out,
                            "250-small.example.invalid\r\n250-PIPELINING\r\n250-XFORWARD NAME ADDR PROTO HELO\r\n250 8BITMIME");
                case "MAIL" -> {
                    from = line.substring(line.indexOf(':') + 1);
                    to.clear();
                    say(out, "250 ok");
                }
                case "RCPT" -> {
                    to.add(line.substring(line.indexOf(':') + 1));
                    say(out, "250 ok");
                }
                case "DATA" -> {
                    say(out, "354 go");
                    say(out, work.apply(new ReceivedMail(from, to, mail(in))));
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        for (; line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line, line.startsWith(".") ? 1 : 0, line.length()).append("\r\n");
        }
        if (line == null) {
            throw new IOException("cut off");
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
