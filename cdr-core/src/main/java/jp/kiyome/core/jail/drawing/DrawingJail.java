package jp.kiyome.core.jail.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.sandbox.ControlGroups;
import jp.kiyome.core.jail.sandbox.JailGap;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.sandbox.ProgramSpec;
import jp.kiyome.core.jail.sandbox.Walls;

/** The jail for programs that draw, looked at before the first document goes in: without all its walls there is none. Threads share it. */
final class DrawingJail {

    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int MOST_TOLD = 1 << 14;
    private static final List<String> NAMESPACES = List.of("user", "pid", "net", "ipc", "uts", "mnt");
    private static final List<String> WALLED =
            List.of("Seccomp:\t2", "NoNewPrivs:\t1", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000");

    private final Walls walls = Walls.here();
    private Optional<JailedProgram> proven = Optional.empty();

    /** The jail, or what is missing of it; then the next who asks looks anew. */
    record Looked(Optional<JailedProgram> jail, Optional<Missing> missing) {}

    synchronized Looked look() {
        if (walls.gap().isPresent()) {
            return new Looked(Optional.empty(), walls.gap().map(Missing::of));
        }
        if (proven.isEmpty()) {
            JailedProgram jail = new JailedProgram(walls, ControlGroups.here());
            Optional<Missing> missing = missing(jail);
            if (missing.isPresent()) {
                return new Looked(Optional.empty(), missing);
            }
            proven = Optional.of(jail);
        }
        return new Looked(proven, Optional.empty());
    }

    /** What a program of the system's own tells of itself inside, where nobody's document has been yet. */
    private static Optional<Missing> missing(JailedProgram jail) {
        String links = "/proc/self/ns/" + String.join(" /proc/self/ns/", NAMESPACES);
        ProgramSpec spec = new ProgramSpec(
                List.of("/bin/sh", "-c", "cat /proc/self/status && readlink " + links),
                "/work/in",
                List.of(),
                1 << 20,
                1L << 30,
                1L << 30,
                LOOK);
        try (Workspace workspace = Workspace.inTempDirectory();
                Workspace empty = workspace.beside()) {
            Content nothing = empty.sink().finish();
            return switch (jail.run(spec, nothing, MOST_TOLD, LOOK, workspace)) {
                case JailedProgram.Run.Wrote(int code, Content told) when code == 0 -> faults(told);
                case JailedProgram.Run _ -> Optional.of(Missing.of(JailGap.BUBBLEWRAP_FAILED));
            };
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(new Missing(JailGap.BUBBLEWRAP_FAILED, Untrusted.of(String.valueOf(e.getMessage()))));
        }
    }

    private static Optional<Missing> faults(Content told) throws IOException {
        List<String> lines = new String(told.segment().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> faults = new ArrayList<>(
                WALLED.stream().filter(line -> !lines.contains(line)).toList());
        for (String namespace : NAMESPACES) {
            String ours =
                    Files.readSymbolicLink(Path.of("/proc/self/ns", namespace)).toString();
            boolean other = lines.stream().anyMatch(line -> line.startsWith(namespace + ":[") && !line.equals(ours));
            if (!other) {
                faults.add("shares " + namespace);
            }
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Missing(JailGap.NOT_CONFINED, Untrusted.of(String.join(", ", faults))));
    }
}
