package jp.kiyome.testcorpus.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail that is larger than all the memory that the gateway has goes through it: {@code -Dkiyome.mail.large=100} for an attachment of
 * 100 MB. It takes half a minute or more.
 */
class LargeMailTest {

    /** Megabytes of the attachment. */
    private static final int SIZE = Integer.getInteger("kiyome.mail.large", 0);

    /** What the gateway may have; less than the mail. */
    private static final int HEAP = 64;

    /** 57 bytes make a line of base64. */
    private static final String LINE = "A line of a log that somebody wants to look at, at last\r\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theGatewayNeedsLessMemoryThanTheMailIsLarge() throws Exception {
        Assumptions.assumeTrue(
                SIZE > 0, "-Dkiyome.mail.large=100 is not set: no large mail was sent through a small gateway");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "version: 1\nlimits: {time: 10min}\n");
        int port = Daemon.freePort();
        try (ServerSocket hop = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Long> arrived = CompletableFuture.supplyAsync(() -> bytesTaken(hop));
            String settings = """
                    name: gw.example.invalid
                    listen: {address: 127.0.0.1, port: %d}
                    store: %s/store
                    policy: %s
                    limits: {size: 300MiB}
                    handling: {files-at-a-time: 1}
                    organisations:
                      city-a: {domains: [city-a.example], next-hops: [{host: 127.0.0.1, port: %d}], keep: all}
                    """.formatted(port, folder, policy, hop.getLocalPort());
            List<String> options = List.of("-Xmx" + HEAP + "m", "-XX:TieredStopAtLevel=1");
            try (Daemon gateway = KiyomeServe.begin(folder, port, settings, "off", options)) {
                gateway.awaitAccepting();
                assertThat(send(port)).as(gateway.said()).startsWith("250");
                assertThat(arrived.get(60, TimeUnit.SECONDS)).isGreaterThan(SIZE * 1_300_000L);
                assertThat(gateway.said()).doesNotContain("OutOfMemory");
            }
        }
    }

    private static String send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (String line : List.of(
                    "HELO client.example.invalid",
                    "MAIL FROM:<s@sender.example>",
                    "RCPT TO:<x@city-a.example>",
                    "DATA")) {
                say(out, line);
                assertThat(in.readLine()).as(line).matches("[23].*");
            }
            for (String line : List.of(
                    "From: s@sender.example",
                    "To: x@city-a.example",
                    "Subject: large",
                    "MIME-Version: 1.0",
                    "Content-Type: text/plain; name=log.txt",
                    "Content-Disposition: attachment; filename=log.txt",
                    "Content-Transfer-Encoding: base64",
                    "")) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            byte[] line = (Base64.getEncoder().encodeToString(LINE.getBytes(StandardCharsets.US_ASCII)) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < SIZE * 1_000_000L; sent += LINE.length()) {
                out.write(line);
            }
            say(out, ".");
            return String.valueOf(in.readLine());
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Takes one mail and keeps nothing of it. */
    private static long bytesTaken(ServerSocket hop) {
        try (Socket socket = hop.accept()) {
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = socket.getOutputStream();
            say(out, "220 hop.example.invalid");
            String line = line(in);
            while (!line.equals("DATA")) {
                say(out, "250 ok");
                line = line(in);
            }
            say(out, "354 go");
            long bytes = 0;
            for (line = line(in); !line.equals("."); line = line(in)) {
                bytes += line.length() + 2;
            }
            say(out, "250 taken");
            return bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String line(BufferedInputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
