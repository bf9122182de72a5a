package jp.kiyome.testcorpus.relay;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One connection to a mail server of this machine. Not thread-safe. */
public final class MailClient implements AutoCloseable {

    private static final int PATIENCE = 300_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    /** Connects and greets. */
    public MailClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
            reply();
            ask("EHLO client.example.invalid");
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Hands in a mail.
     *
     * @param from with its angle brackets, and parameters
     * @param to likewise
     * @param mail lines that end with CRLF
     * @return the answer to its end, or the first that was none of yes
     */
    public String send(String from, List<String> to, byte[] mail) throws IOException {
        String answer = ask("MAIL FROM:" + from);
        for (String one : to) {
            answer = answer.startsWith("250") ? ask("RCPT TO:" + one) : answer;
        }
        answer = answer.startsWith("250") ? ask("DATA") : answer;
        if (!answer.startsWith("354")) {
            ask("RSET");
            return answer;
        }
        out.write(stuffed(mail));
        out.flush();
        return reply();
    }

    private static byte[] stuffed(byte[] mail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(mail.length + 64);
        int last = '\n';
        for (byte c : mail) {
            if (c == '.' && last == '\n') {
                all.write('.');
            }
            all.write(c);
            last = c;
        }
        all.writeBytes((last == '\n' ? ".\r\n" : "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    /** Says a line; the last line of the answer. */
    public String ask(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return reply();
    }

    private String reply() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("cut off");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
