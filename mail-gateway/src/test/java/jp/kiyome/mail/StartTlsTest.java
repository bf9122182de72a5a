package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption that a client asks for (RFC 3207): what was said in the clear counts for nothing afterwards. */
class StartTlsTest {

    private static House house;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), "secret-of-tests\n");
        Path keys = folder.resolve("gw.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret-of-tests",
                        "-alias",
                        "gw",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gw.example")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.out").toFile())
                .start()
                .waitFor();
        String tls = "tls: {key-store: " + keys + ", password-file: " + password + "}";
        house = new House(folder, text -> text.replace("port: 10025", "port: 10025, " + tls)
                .replace("\nstore:", "\ntrusted-peers: [127.0.0.1]\nstore:"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** A client that has begun to encrypt. */
    private record Encrypted(SSLSocket socket, BufferedReader in) {

        static Encrypted over(Talker plain) throws Exception {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(plain.socket(), "gw.example", house.port(), true);
            socket.startHandshake();
            return new Encrypted(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
        }

        String ask(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            StringBuilder all = new StringBuilder();
            String reply = in.readLine();
            while (reply != null && reply.length() > 3 && reply.charAt(3) == '-') {
                all.append(reply).append('\n');
                reply = in.readLine();
            }
            return all.append(reply).toString();
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void aMailComesInEncryptedAndTheTraceSaysSo() throws Exception {
        house.a.forget();
        try (Talker client = house.client()) {
            assertThat(client.ask("EHLO again.example.invalid")).contains("STARTTLS");
            assertThat(client.ask("STARTTLS")).startsWith("220");
            Encrypted talk = Encrypted.over(client);
            assertThat(talk.ask("EHLO client.example.invalid")).doesNotContain("STARTTLS");
            assertThat(talk.ask("MAIL FROM:<s@sender.example>")).startsWith("250");
            assertThat(talk.ask("RCPT TO:<x@a.example>")).startsWith("250");
            assertThat(talk.ask("DATA")).startsWith("354");
            assertThat(talk.ask(House.MAIL + "\r\n.")).startsWith("250");
            assertThat(talk.ask("STARTTLS")).startsWith("503");
        }
        assertThat(house.a.taken().getFirst().mail()).contains("(Kiyome) with ESMTPS");
    }

    /** Whoever stands in between could have said it. */
    @Test
    void nothingSaidInTheClearIsRemembered() throws Exception {
        try (Talker client = house.client()) {
            assertThat(client.ask("XFORWARD ADDR=192.0.2.7")).startsWith("250");
            client.ask("MAIL FROM:<forged@sender.example>");
            assertThat(client.ask("STARTTLS")).startsWith("220");
            Encrypted talk = Encrypted.over(client);
            assertThat(talk.ask("RCPT TO:<x@a.example>")).startsWith("503");
            assertThat(talk.ask("MAIL FROM:<s@sender.example>")).startsWith("503");
            talk.ask("EHLO client.example.invalid");
            assertThat(talk.ask("MAIL FROM:<s@sender.example>")).startsWith("250");
        }
    }

    /** Commands that came together with STARTTLS were said in the clear (CVE-2011-0411). */
    @Test
    void whatStandsBehindStartTlsIsNotCarriedOverIntoTheEncryptedTalk() {
        try (Talker client = house.client()) {
            assertThat(client.raw("STARTTLS\r\nRSET\r\nMAIL FROM:<forged@sender.example>\r\n")
                            .reply())
                    .startsWith("554 5.5.0");
            assertThat(client.reply()).isEmpty();
        }
    }

    @Test
    void whoDoesNotKnowHowToEncryptIsLeftAlone() {
        try (Talker client = house.client()) {
            assertThat(client.ask("STARTTLS")).startsWith("220");
            client.raw("EHLO in.the.clear.example.invalid\r\n");
            assertThat(client.reply()).doesNotContain("250");
        }
        try (Talker client = house.client()) {
            assertThat(client.ask("STARTTLS now")).startsWith("503");
            assertThat(client.mail("s@sender.example", House.MAIL, "x@a.example"))
                    .startsWith("250");
        }
    }
}
