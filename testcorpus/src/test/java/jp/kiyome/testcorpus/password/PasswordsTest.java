package jp.kiyome.testcorpus.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kiyome.app.command.Kiyome;
import jp.kiyome.app.screen.Shell;
import jp.kiyome.core.engine.Registry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A password named in a mail opens a file of each format; the output is locked with it as well as its format can, or open by policy. */
class PasswordsTest {

    private static final int DONE = 0;
    private static final int LOCKED = 10;
    private static final String MAIL = "山田様\r\n\r\n先ほどの添付ファイルのパスワードは「Secret」です。\r\n\r\n会計課 鈴木\r\n";

    private static final Registry REGISTRY = Registry.ofClassPath();

    @TempDir
    Path folder;

    private final StringBuilder said = new StringBuilder();

    static List<LockedFile> files() {
        return Locked.all();
    }

    private int sanitize(Path file, String to, String... words) {
        List<String> command = new ArrayList<>(
                List.of("sanitize", file.toString(), "-o", folder.resolve(to).toString()));
        command.addAll(List.of("--jail", "off", "--json"));
        command.addAll(List.of(words));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(said, false, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "LANG", "C.UTF-8", "XDG_CONFIG_HOME", folder.resolve("config").toString());
        Shell shell = new Shell(new ByteArrayInputStream(new byte[0]), screen, screen, environment, false, 80);
        int code = new Kiyome(shell, () -> REGISTRY).run(command);
        screen.flush();
        this.said.append(said.toString(StandardCharsets.UTF_8));
        return code;
    }

    private Path written(LockedFile file) throws IOException {
        return Files.write(folder.resolve(file.name()), file.bytes().get());
    }

    private String hint() throws IOException {
        Path mail = folder.resolve("mail.txt");
        Files.writeString(mail, MAIL);
        return "@" + mail;
    }

    /** Neither on the screen nor in any file that was made. */
    private void nobodyIsTold() throws IOException {
        assertThat(said.toString()).doesNotContain(Locked.PASSWORD);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(path -> folder.relativize(path).toString().startsWith("out"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(Locked.PASSWORD);
                assertThat(new String(bytes, StandardCharsets.UTF_16LE)).doesNotContain(Locked.PASSWORD);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPasswordInAMailOpensItAndLocksItAgain(LockedFile locked) throws IOException {
        Path file = written(locked);
        assertThat(sanitize(file, "out", "--password-hint", hint(), "--receipts"))
                .as(said.toString())
                .isEqualTo(DONE);
        Path output = folder.resolve("out").resolve(locked.name());
        assertThat(locked.strength().apply(Files.readAllBytes(output))).isEqualTo(locked.strongest());
        assertThat(sanitize(output, "out-none")).isEqualTo(LOCKED);
        assertThat(folder.resolve("out-none").resolve(locked.name())).doesNotExist();
        assertThat(sanitize(output, "out-again", "--password-hint", hint())).isEqualTo(DONE);
        assertThat(folder.resolve("out-again").resolve(locked.name())).hasSameBinaryContentAs(output);
        nobodyIsTold();
    }

    @ParameterizedTest
    @MethodSource("files")
    void withAWrongOneItStaysLocked(LockedFile locked) throws IOException {
        Path file = written(locked);
        assertThat(sanitize(file, "out", "--password", "Secre", "--password-hint", "PW: secret2"))
                .as(said.toString())
                .isEqualTo(LOCKED);
        assertThat(folder.resolve("out").resolve(locked.name())).doesNotExist();
        assertThat(said.toString()).contains("locked").doesNotContain("Secre", "secret2");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPolicyMayDeliverItOpen(LockedFile locked) throws IOException {
        Path file = written(locked);
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(policy, "version: 1\noptions:\n  " + locked.option() + ": open\n");
        assertThat(sanitize(file, "out", "--password-hint", hint(), "--policy", policy.toString()))
                .as(said.toString())
                .isEqualTo(DONE);
        assertThat(said.toString()).contains(".opened");
        Path output = folder.resolve("out").resolve(locked.name());
        assertThat(sanitize(output, "out-again")).as(said.toString()).isEqualTo(DONE);
        assertThat(folder.resolve("out-again").resolve(locked.name())).hasSameBinaryContentAs(output);
        nobodyIsTold();
    }
}
