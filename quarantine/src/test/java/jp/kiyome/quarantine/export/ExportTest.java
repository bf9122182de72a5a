package jp.kiyome.quarantine.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final AuditRecord RECORD = new AuditRecord(
            new Organisation("midori-city"),
            7,
            Instant.parse("2026-04-01T03:00:00.100Z"),
            "person:a|b=c",
            "item.state",
            "",
            "{\"to\":\"HELD\",\"why\":\"a=b|c\\nCEF:0|forged 承認\"}",
            "0".repeat(64),
            "1".repeat(64));

    @TempDir
    Path folder;

    @Test
    void aJsonLineIsOneLineWithEverything() {
        assertThat(JsonLine.of(RECORD))
                .doesNotContain("\n")
                .contains("\"number\":7", "\"hash\":\"111", "承認", "\"to\":\"HELD\"");
    }

    @Test
    void nothingInARecordEndsAFieldOfCefOrALine() {
        assertThat(Cef.of(RECORD))
                .startsWith("CEF:0|Kiyome|Kiyome|")
                .contains("|item.state|item.state|3|rt=1775012400100 suser=person:a|b\\=c externalId=midori-city:7 ")
                .endsWith("msg={\"to\":\"HELD\",\"why\":\"a\\=b|c\\\\nCEF:0|forged 承認\"}")
                .doesNotContain("\n");
    }

    @Test
    void messagesArriveCountedInOctets() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> received = received(server);
            send(server.getLocalPort(), false, (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(received.get(20, TimeUnit.SECONDS))
                    .hasSize(2)
                    .allMatch(message ->
                            message.equals("<110>1 2026-04-01T03:00:00.100Z gate.example.invalid kiyome - item.state - "
                                    + Cef.of(RECORD)));
        }
    }

    @Test
    void messagesArriveEncryptedAndOnlyWhereTheCertificateIsTrusted() throws Exception {
        SSLContext context = selfSigned();
        try (ServerSocket server =
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> received = received(server);
            send(server.getLocalPort(), true, context.getSocketFactory());
            assertThat(received.get(20, TimeUnit.SECONDS)).hasSize(2);
            CompletableFuture<List<String>> refused = received(server);
            SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
            assertThatThrownBy(() -> send(server.getLocalPort(), true, usual)).isInstanceOf(SSLException.class);
            assertThat(refused.handle((lines, failure) -> lines).get(20, TimeUnit.SECONDS))
                    .isNullOrEmpty();
        }
    }

    @Test
    void targetsAreReadStrictly() {
        assertThat(SyslogTarget.parse("tls://log.example.invalid"))
                .isEqualTo(new SyslogTarget("log.example.invalid", 6514, true));
        assertThat(SyslogTarget.parse("tcp://[::1]:601")).isEqualTo(new SyslogTarget("[::1]", 601, false));
        for (String wrong : List.of("tcp://log.example.invalid", "udp://a:1", "log", "tcp://a:1/path", "tls:// a")) {
            assertThatThrownBy(() -> SyslogTarget.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void send(int port, boolean tls, SSLSocketFactory trusted) throws IOException {
        try (Syslog syslog =
                Syslog.connect(new SyslogTarget("localhost", port, tls), trusted, "gate.example.invalid")) {
            syslog.send(RECORD);
            syslog.send(RECORD);
        }
    }

    private static CompletableFuture<List<String>> received(ServerSocket server) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream()) {
                return messages(in);
            } catch (IOException e) {
                return List.of();
            }
        });
    }

    private static List<String> messages(InputStream in) throws IOException {
        List<String> messages = new ArrayList<>();
        int length = 0;
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == ' ') {
                messages.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                length = 0;
            } else {
                length = length * 10 + Character.digit(one, 10);
            }
        }
        return messages;
    }

    private SSLContext selfSigned() throws Exception {
        Path file = folder.resolve("log-host.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "log",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
