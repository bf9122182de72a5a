package jp.kiyome.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway behind a real Postfix, configured as docs/mail.md has it, with Postfix' own smtp-sink at the end. */
class RealPostfixTest {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        boolean possible = Files.isExecutable(Path.of("/usr/sbin/postfix"))
                && Files.isExecutable(Path.of("/usr/sbin/smtp-sink"))
                && "root".equals(System.getProperty("user.name"));
        Assumptions.assumeTrue(possible, "no Postfix, or not root: the gateway was not tried behind a real server");
        folder = Files.createTempDirectory("kiyome-postfix-");
        // Postfix' own user has to get in.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void remove() throws IOException {
        if (!folder.toString().isEmpty()) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Test
    void aMailGoesInHostileAndComesOutRebuilt() throws Exception {
        int in = ServeProcess.freePort();
        int gateway = ServeProcess.freePort();
        int back = ServeProcess.freePort();
        int sink = ServeProcess.freePort();
        Path sunk = PostfixInstance.readable(folder.resolve("sunk"));
        new ProcessBuilder("chown", "postfix", sunk.toString()).start().waitFor();
        Process end = new ProcessBuilder(
                        "/usr/sbin/smtp-sink", "-u", "postfix", "-d", sunk + "/%M.", "127.0.0.1:" + sink, "50")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sink.log").toFile())
                .start();
        try (ServeProcess _ = gateway(gateway, back);
                PostfixInstance postfix = PostfixInstance.start(
                        folder, block("`main.cf`", gateway, back), block("`master.cf`", gateway, back), in, sink)) {
            awaitTrue(
                    () -> ServeProcess.accepts(gateway) && ServeProcess.accepts(in) && ServeProcess.accepts(sink),
                    postfix);
            send(in);
            awaitTrue(() -> mail(sunk).contains("hello"), postfix);
            String mail = mail(sunk);
            assertThat(mail)
                    .contains("X-Kiyome-Sanitized: yes; reference=")
                    .contains("X-MAIL-SANITIZED: DEL_ATTACH")
                    .contains("from client.example.invalid")
                    .contains("(Kiyome) with ESMTP")
                    .doesNotContain("TVpubyBwcm9ncmFt");
        } finally {
            end.destroyForcibly().waitFor();
        }
    }

    /** The block of docs/mail.md behind a word, with ports of this test. */
    private static String block(String word, int gateway, int back) throws IOException {
        String page = Files.readString(Path.of("../docs/mail.md"), StandardCharsets.UTF_8);
        int open = page.indexOf("```", page.indexOf(word)) + 4;
        return page.substring(open, page.indexOf("```", open))
                .replace("10025", Integer.toString(gateway))
                .replace("10026", Integer.toString(back));
    }

    private ServeProcess gateway(int port, int back) throws IOException {
        Path settings = Files.writeString(folder.resolve("gateway.yaml"), """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                trusted-peers: [127.0.0.1]
                store: %s/store
                handling: {files-at-a-time: 1}
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: %d, tls: never, xforward: yes}]
                """.formatted(port, folder, back));
        return ServeProcess.start(settings, port, folder.resolve("gateway.log"));
    }

    private static void send(int port) throws IOException {
        String program = Base64.getEncoder().encodeToString("MZno program".getBytes(StandardCharsets.US_ASCII));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            reply(in);
            for (String line : List.of(
                    "EHLO client.example.invalid",
                    "MAIL FROM:<s@sender.example>",
                    "RCPT TO:<x@city-a.example>",
                    "DATA")) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(reply(in)).as(line).matches("[23].*");
            }
            String mail =
                    "From: s@sender.example\r\nTo: x@city-a.example\r\nSubject: hello\r\nX-Kiyome-Sanitized: forged\r\n"
                            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                            + "hello\r\n--b\r\nContent-Type: application/octet-stream; name=a.exe\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                            + program + "\r\n--b--\r\n.\r\n";
            out.write(mail.getBytes(StandardCharsets.US_ASCII));
            assertThat(reply(in)).startsWith("250");
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static String mail(Path sunk) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(sunk)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private void awaitTrue(Callable<Boolean> condition, PostfixInstance postfix) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(postfix.log()
                        + Files.readString(folder.resolve("gateway.log"))
                        + Files.readString(folder.resolve("sink.log")));
            }
            Thread.sleep(100);
        }
    }
}
