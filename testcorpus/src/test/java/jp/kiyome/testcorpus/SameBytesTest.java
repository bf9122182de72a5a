package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of the machine shows in an output. */
class SameBytesTest {

    @Test
    void twoMachinesWriteTheSameBytes() throws IOException, InterruptedException {
        List<String> here = hashes(
                "-Duser.timezone=Asia/Tokyo",
                "-Duser.language=ja",
                "-Duser.country=JP",
                "-Duser.name=one",
                "-Dfile.encoding=UTF-8");
        List<String> there = hashes(
                "-Duser.timezone=America/St_Johns",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.name=two",
                "-Dfile.encoding=ISO-8859-9",
                "-XX:hashCode=2",
                "-Dline.separator=\r\n");
        assertThat(here).isNotEmpty().isEqualTo(there);
    }

    private static List<String> hashes(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UnlockExperimentalVMOptions");
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "jp.kiyome.testcorpus.command.OutputHashes"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
