package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.PreparedOutput;
import jp.kiyome.app.files.Unfinished;
import jp.kiyome.app.mail.ServeProcess;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: what only a real start can show. */
class ScriptTest {

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended java(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dkiyome.worker.class.path=" + ServeProcess.workerClassPath(),
                "-cp",
                System.getProperty("java.class.path"),
                "jp.kiyome.app.Main"));
        command.addAll(List.of(words));
        return run(command, environment);
    }

    private Ended run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().putAll(environment);
        int code = process.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    @Test
    void theExitCodeReachesTheShell() throws Exception {
        assertThat(java(Map.of(), "--version").code()).isZero();
        Ended wrong = java(Map.of("LC_ALL", "C.UTF-8"), "sanitize");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).hasLineCount(1);
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void nothingButOursIsPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("x.bin"), "?", StandardCharsets.UTF_8);
        Ended ended = java(
                Map.of("LC_ALL", "C.UTF-8"),
                "sanitize",
                file.toString(),
                "--jail",
                "off",
                "-o",
                folder.resolve("o").toString());
        assertThat(ended.code()).isEqualTo(11);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("blocked").hasLineCount(1);
    }

    @Test
    void aWholeJailIsHadWhereItIsRequired() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/bwrap")))
                .as("bubblewrap")
                .isTrue();
        Path file = Files.writeString(folder.resolve("x.bin"), "?", StandardCharsets.UTF_8);
        Ended ended = java(Map.of("LC_ALL", "C.UTF-8"), "inspect", "--jail", "required", file.toString());
        assertThat(ended.code()).isEqualTo(11);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("type.unknown");
    }

    @Test
    void thereIsNoOtherKindOfJail() throws Exception {
        Ended wrong = java(Map.of("LC_ALL", "C.UTF-8"), "sanitize", "--jail", "perhaps", "x");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).contains("required, best-effort, off");
    }

    @Test
    void outputIsUtf8InEveryLocale() throws Exception {
        assertThat(java(Map.of("LC_ALL", "C", "KIYOME_LOCALE", "ja_JP.eucJP"), "sanitize")
                        .err())
                .contains("引数が足りません");
    }

    @Test
    void theScriptSaysInOneLineWhatIsMissing() throws Exception {
        Path script = Path.of("../scripts/find-jdk").toAbsolutePath();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        String body = Files.readString(script).replace("/usr/lib/jvm/*", empty + "/*");
        Path moved = Files.writeString(folder.resolve("find-jdk"), body);
        Ended ended = run(List.of("bash", "-c", ". " + moved), Map.of("JAVA_HOME", empty.toString()));
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).hasLineCount(1).contains("needs a JDK of version 25");
    }

    @Test
    void aFullDiskIsOneClearLineAndLeavesNothing() throws Exception {
        Path full = folder.resolve("full");
        Files.createDirectories(full);
        Ended mounted = run(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", full.toString()), Map.of());
        assumeThat(mounted.code()).as("needs the right to mount").isZero();
        try {
            Files.write(full.resolve("filler"), new byte[60 << 10]);
            Path target = full.resolve("a.memo");
            ThrowingCallable write =
                    () -> PreparedOutput.write(new ByteArrayInputStream(new byte[1 << 20]), target, new Unfinished());
            IOException e = catchThrowableOfType(IOException.class, write);
            assertThat(e).isNotNull();
            assertThat(FileTrouble.writing(target, e).getMessage()).isEqualTo("DISK_FULL");
            try (var left = Files.list(full)) {
                assertThat(left).hasSize(1);
            }
        } finally {
            run(List.of("umount", full.toString()), Map.of());
        }
    }
}
