package jp.kiyome.app.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client's side of SMTP. */
final class Dialogue implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final OutputStream out;

    /** Connects and greets. */
    Dialogue(int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
            insist(reply(), "220");
            insist(ask("EHLO client.example.invalid"), "250");
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void insist(String reply, String code) throws IOException {
        if (!reply.startsWith(code)) {
            throw new IOException(reply);
        }
    }

    /** Says a line; the last line of the answer. */
    String ask(String line) throws IOException {
        say((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    void say(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    String reply() throws IOException {
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
