package jp.kiyome.core.jail.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.jail.sandbox.ProgramSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a program behind walls cannot do, though it is all the attacker's. */
@EnabledIf(
        value = "jp.kiyome.core.jail.drawing.Bubblewrapped#jail",
        disabledReason = "bubblewrap is not installed: the walls around programs that draw were not tried")
class JailedProgramTest {

    private static final Duration PLENTY = Duration.ofSeconds(30);
    private static final long MIB = 1L << 20;

    @TempDir
    static Path outside;

    private final JailedProgram jail = new DrawingJail().look().jail().orElseThrow();

    private static ProgramSpec shell(String script) {
        return shell(script, PLENTY);
    }

    private static ProgramSpec shell(String script, Duration processorTime) {
        return new ProgramSpec(
                List.of("/bin/sh", "-c", script),
                "/work/in.txt",
                List.of(),
                8 * MIB,
                1024 * MIB,
                512 * MIB,
                processorTime);
    }

    private JailedProgram.Run run(ProgramSpec spec, Duration time, Workspace workspace) {
        try (Workspace given = Workspace.inTempDirectory()) {
            Sink sink = given.sink();
            byte[] bytes = "the document".getBytes(StandardCharsets.UTF_8);
            sink.write(bytes, 0, bytes.length);
            return jail.run(spec, sink.finish(), MIB, time, workspace);
        }
    }

    private String told(String script) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            JailedProgram.Run.Wrote wrote =
                    (JailedProgram.Run.Wrote) run(shell(script + "; exit 7"), PLENTY, workspace);
            assertThat(wrote.code()).isEqualTo(7);
            return text(wrote.untrusted());
        }
    }

    private static String text(Content content) {
        return new String(content.segment().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Test
    void itReadsItsDocumentAndNothingElseOfOurs() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret"), "keep this");
        String told =
                told("cat /work/in.txt; cat " + secret + " /etc/passwd /etc/shadow /proc/1/environ; ls / /etc /home"
                        + " /root /var /tmp /dev 2>/dev/null; cat");
        assertThat(told).startsWith("the document").doesNotContain("keep this").doesNotContain("root:");
        assertThat(told.lines()).doesNotContain("passwd", "shadow", "home", "root", "srv", "opt", "mem", "sda");
        assertThat(told.lines()).contains("usr", "work", "null");
    }

    @Test
    void itWritesIntoItsMemoryAloneAndNotMuch() throws IOException {
        Path place = Files.createDirectory(outside.resolve("place"));
        String told = told("for at in / /usr/ /etc/ /work/ /dev/ /var/ " + place + "/ /work/in.txt; do"
                + " (echo x >${at}x) 2>/dev/null && echo written $at; done;"
                + " (echo x >/work/in.txt) 2>/dev/null && echo written over;"
                + " (yes >/tmp/x) 2>/dev/null; (yes >/tmp/y) 2>/dev/null; cat /tmp/x /tmp/y | wc -c");
        assertThat(told.lines()).hasSize(1);
        assertThat(Long.parseLong(told.strip())).isPositive().isLessThanOrEqualTo(8 * MIB);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    @EnabledIf(
            value = "jp.kiyome.core.jail.drawing.Bubblewrapped#perl",
            disabledReason = "Perl is not installed: a program with a mind of its own was not tried behind walls")
    void itReachesNoNetwork() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String call = "use IO::Socket::INET; print IO::Socket::INET->new(q(127.0.0.1:" + listening.getLocalPort()
                    + ")) ? 1 : 0";
            listening.setSoTimeout(5_000);
            Process freely = new ProcessBuilder("/usr/bin/perl", "-e", call).start();
            listening.accept().close();
            assertThat(freely.waitFor()).isZero();
            assertThat(told("perl -e '" + call + "'")).isEqualTo("0");
            listening.setSoTimeout(200);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatSleepsPastItsTimeIsEndedWithAllItHasStarted() {
        String nap = nap();
        try (Workspace workspace = Workspace.inTempDirectory()) {
            long start = System.nanoTime();
            JailedProgram.Run run = run(
                    shell("for i in 1 2 3; do setsid sleep " + nap + " & done; trap '' TERM INT; sleep " + nap),
                    Duration.ofSeconds(1),
                    workspace);
            assertThat(run).isInstanceOf(JailedProgram.Run.Late.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        assertGone(nap);
    }

    @Test
    void whatItLeavesBehindEndsWithIt() {
        String nap = nap();
        assertThat(told("for i in $(seq 40); do setsid sleep " + nap + " >/dev/null & done; echo done"))
                .isEqualTo("done\n");
        assertGone(nap);
    }

    /** A number that no other process on this machine sleeps for. */
    private static String nap() {
        return "600." + ThreadLocalRandom.current().nextInt(100_000, 999_999);
    }

    /** The kernel ends the others of a namespace right behind its first. */
    private static void assertGone(String nap) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (isThere(nap) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(isThere(nap)).isFalse();
    }

    private static boolean isThere(String nap) {
        return ProcessHandle.allProcesses()
                .anyMatch(one -> one.info().commandLine().orElse("").endsWith("sleep " + nap));
    }

    @Test
    void whatWritesWithoutEndIsEnded() {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            assertThat(run(shell("yes"), PLENTY, workspace)).isInstanceOf(JailedProgram.Run.TooMuch.class);
        }
        // Nobody reads what it complains of, so it may complain for ever, but not longer than its time.
        try (Workspace workspace = Workspace.inTempDirectory()) {
            assertThat(run(shell("yes >&2"), Duration.ofSeconds(1), workspace))
                    .isInstanceOf(JailedProgram.Run.Late.class);
        }
    }

    @Test
    void whatComputesWithoutEndIsEndedByTheKernel() {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            JailedProgram.Run run = run(shell("while :; do :; done", Duration.ofSeconds(1)), PLENTY, workspace);
            assertThat(run).isInstanceOf(JailedProgram.Run.Wrote.class);
            assertThat(((JailedProgram.Run.Wrote) run).code()).isNotZero();
        }
    }

    @Test
    @EnabledIf(
            value = "jp.kiyome.core.jail.drawing.Bubblewrapped#perl",
            disabledReason = "Perl is not installed: a program with a mind of its own was not tried behind walls")
    void itGetsNoMoreMemoryThanItMay() {
        assertThat(
                        told(
                                "perl -e '$x = \"a\" x 100_000_000; print 1'; perl -e '$x = \"a\" x 2_000_000_000; print 2' 2>/dev/null"))
                .isEqualTo("1");
    }

    @Test
    void itGetsNoRightsAndNoNamespaceOfItsOwn() {
        assertThat(
                        told(
                                "unshare -U true 2>/dev/null && echo user; unshare -n true 2>/dev/null && echo net;"
                                        + " mount -t tmpfs x /tmp 2>/dev/null && echo mounted; env | grep -v -e ^PWD= | cut -d= -f1 | sort"))
                .isEqualTo("HOME\nLC_ALL\nMALLOC_ARENA_MAX\nPATH\nTMPDIR\n");
    }
}
