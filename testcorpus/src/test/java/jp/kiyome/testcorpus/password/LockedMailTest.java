package jp.kiyome.testcorpus.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail with locked files goes through the whole gateway, workers in the jail where there is one, and then the mail with their password,
 * in Japanese: the files come in a third mail, made harmless.
 */
class LockedMailTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern FILE =
            Pattern.compile("filename=\"?([^\"\\r\\n;]+)\"?.*?\\r\\n\\r\\n([A-Za-z0-9+/=\\r\\n]+)", Pattern.DOTALL);

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();

    private static List<LockedFile> files() {
        List<String> names = List.of("zipcrypto.zip", "aes.zip", "aes.7z", "agile-256.docx", "rc4-or-aes-256.pdf");
        return Locked.all().stream().filter(file -> names.contains(file.name())).toList();
    }

    /** As Japanese Windows writes it: member names in Shift_JIS, with a backslash as second byte. */
    private static byte[] windowsZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip =
                new ZipOutputStream(bytes, Locked.PASSWORD.toCharArray(), Charset.forName("windows-31j"))) {
            ZipParameters parameters = new ZipParameters();
            parameters.setFileNameInZip("予算表ソ.txt");
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
            zip.putNextEntry(parameters);
            zip.write("A text in an archive.\n".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static String lockedMail() throws IOException {
        StringBuilder mail = new StringBuilder(head("minutes") + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nsee the files\r\n");
        for (LockedFile file : files()) {
            attach(mail, file.name(), file.bytes().get());
        }
        attach(mail, "windows.zip", windowsZip());
        return mail + "--b--\r\n";
    }

    private static void attach(StringBuilder mail, String name, byte[] bytes) {
        mail.append("--b\r\nContent-Type: application/octet-stream; name=")
                .append(name)
                .append("\r\nContent-Disposition: attachment; filename=")
                .append(name)
                .append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(bytes))
                .append("\r\n");
    }

    private static String head(String subject) {
        return "From: Suzuki <s@sender.example>\r\nTo: x@city-a.example\r\nSubject: " + subject
                + "\r\nDate: Mon, 23 Nov 2026 10:00:00 +0900\r\nMessage-ID: <" + subject
                + "@sender.example>\r\nMIME-Version: 1.0\r\n";
    }

    private static String passwordMail() {
        String text =
                "山田様\r\n\r\n先ほどお送りした添付ファイルのパスワードは下記のとおりです。\r\n\r\nパスワード： " + Locked.PASSWORD + "\r\n\r\n会計課 鈴木\r\n";
        byte[] coded = text.getBytes(Charset.forName("ISO-2022-JP"));
        return head("password") + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n"
                + new String(coded, StandardCharsets.US_ASCII);
    }

    @Test
    void theFilesComeInAThirdMailWhenTheirPasswordHasCome() throws Exception {
        try (ServerSocket hop = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> listen(hop));
            int port = freePort();
            Process gateway = gateway(port, hop.getLocalPort());
            try {
                awaitTrue(() -> accepts(port), gateway);
                assertThat(send(port, lockedMail())).startsWith("250");
                assertThat(taken.getFirst()).contains("aes_zip.txt").contains("X-MAIL-SANITIZED: DEL_ATTACH");
                assertThat(names(taken.getFirst())).doesNotContain("aes.zip");
                assertThat(send(port, passwordMail())).startsWith("250");
                awaitTrue(() -> taken.size() == 3, gateway);
                assertOpen(taken.stream()
                        .filter(mail -> names(mail).contains("aes.zip"))
                        .findFirst()
                        .orElseThrow());
            } finally {
                gateway.destroy();
                gateway.waitFor();
            }
            nobodyIsTold();
        }
    }

    private void assertOpen(String mail) {
        assertThat(names(mail))
                .contains("zipcrypto.zip", "aes.zip", "aes.7z", "agile-256.docx", "rc4-or-aes-256.pdf", "windows.zip");
        Matcher file = FILE.matcher(mail);
        int strong = 0;
        while (file.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(file.group(2));
            for (LockedFile locked : files()) {
                if (locked.name().equals(file.group(1))) {
                    assertThat(locked.strength().apply(bytes)).as(locked.name()).isEqualTo(locked.strongest());
                    strong++;
                }
            }
        }
        assertThat(strong).isEqualTo(files().size());
    }

    private static List<String> names(String mail) {
        List<String> names = new ArrayList<>();
        Matcher name = Pattern.compile("filename=\"?([^\"\\r\\n;]+)").matcher(mail);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    /** Neither a log nor the tables; the password mail itself is not kept. */
    private void nobodyIsTold() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Locked.PASSWORD);
            }
        }
    }

    private Process gateway(int port, int hop) throws IOException {
        Path settings = Files.writeString(folder.resolve("gateway.yaml"), """
                name: gw.example.invalid
                listen: {address: 127.0.0.1, port: %d}
                store: %s/store
                handling: {files-at-a-time: 1}
                organisations:
                  city-a:
                    domains: [city-a.example]
                    next-hops: [{host: 127.0.0.1, port: %d, tls: never}]
                    keep: held
                """.formatted(port, folder, hop));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dkiyome.worker.class.path=" + workerClassPath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "jp.kiyome.app.Main",
                        "serve",
                        settings.toString(),
                        "--jail",
                        "best-effort"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gateway.log").toFile())
                .start();
    }

    /** Workers may have 128 files open, so libraries of tests, of the database and of the broker stay behind. */
    private static String workerClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        entry -> !entry.matches(
                                ".*/(junit|archunit|assertj|byte-buddy|jazzer|jqwik|opentest4j|netty|artemis|activemq|jgroups"
                                        + "|json-schema|h2-|postgresql|flyway|spring|HikariCP|micrometer|prometheus|dnsjava)[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A next hop that takes everything. */
    private void listen(ServerSocket hop) {
        while (!hop.isClosed()) {
            try {
                Socket socket = hop.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            say(socket, "220 hop");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.equals("DATA")) {
                    say(socket, line.equals("QUIT") ? "221 bye" : "250 ok");
                    continue;
                }
                say(socket, "354 go");
                StringBuilder mail = new StringBuilder();
                for (line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                    mail.append(line).append("\r\n");
                }
                taken.add(mail.toString());
                say(socket, "250 taken");
            }
        } catch (IOException gone) {
            // The test sees what was taken.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String send(int port, String mail) throws IOException {
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
            out.write((mail + "\r\n.\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return reply(in);
        }
    }

    private static String reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void awaitTrue(BooleanSupplier condition, Process gateway) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !gateway.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("gateway.log")) + taken);
            }
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
