package jp.kiyome.quarantine.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import jp.kiyome.quarantine.audit.AuditRecord;

/**
 * Sends records as CEF in syslog (RFC 5424) over TCP (RFC 6587, 3.4.1: octet counting) or TLS (RFC 5425). Syslog has no answers: what
 * was on the way when a connection broke may be lost, which the receiver sees by the numbers; the export is then begun again behind
 * the last one it has. Not thread-safe.
 */
public final class Syslog implements AutoCloseable {

    /** Facility 13 (log audit), severity 6 (informational). */
    private static final String PRIORITY = "<" + (13 * 8 + 6) + ">1 ";

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Socket socket;
    private final OutputStream out;
    private final String hostName;

    private Syslog(Socket socket, String hostName) throws IOException {
        this.socket = socket;
        this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        this.hostName = hostName.matches("[!-~]{1,255}") ? hostName : "-";
    }

    /**
     * Connects.
     *
     * @param tls whose certificates are trusted
     * @param hostName of this machine, as it is to stand in the messages
     */
    public static Syslog connect(SyslogTarget target, SSLSocketFactory tls, String hostName) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setSoTimeout(TIMEOUT_MILLIS);
            plain.connect(new InetSocketAddress(target.host(), target.port()), TIMEOUT_MILLIS);
            return new Syslog(target.tls() ? encrypted(plain, target, tls) : plain, hostName);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, SyslogTarget target, SSLSocketFactory tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Sends one. */
    public void send(AuditRecord record) {
        byte[] message = message(record, hostName).getBytes(StandardCharsets.UTF_8);
        try {
            out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send to the log host", e);
        }
    }

    static String message(AuditRecord record, String hostName) {
        return PRIORITY + TIME.format(record.at()) + " " + hostName + " kiyome - " + record.action() + " - "
                + Cef.of(record);
    }

    /** Sends what is left, and ends. */
    @Override
    public void close() throws IOException {
        try (socket) {
            out.flush();
        }
    }
}
