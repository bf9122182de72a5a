package jp.kiyome.core.jail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of the kernel where there are any; which folder is chosen, on trees of plain files. */
class ControlGroupsTest {

    private static final long MEMORY = 64 << 20;

    @TempDir
    private Path root;

    @Test
    void whoTakesMoreMemoryThanHisGroupIsKilled() throws Exception {
        try (ControlGroup group = real()) {
            Process greedy = inside(group, "head -c 300000000 /dev/zero | tail -c 290000000 | wc -c");
            String said = new String(greedy.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(greedy.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.strip()).isNotEqualTo("290000000");
        }
        try (ControlGroup group = real()) {
            Process modest = inside(group, "head -c 3000000 /dev/zero | tail -c 2900000 | wc -c");
            assertThat(new String(modest.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("2900000");
        }
    }

    @Test
    void whatAWorkerHasStartedEndsWithItsGroup() throws Exception {
        Process process;
        try (ControlGroup group = real()) {
            process = inside(group, "sleep 60 & sleep 60 & echo up; wait");
            assertThat(process.getInputStream().read()).isEqualTo('u');
            assertThat(group.holds(process.pid())).isTrue();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }

    @Test
    void aClosedGroupIsGone() {
        ControlGroup group = real();
        assertThat(group.folders()).allMatch(Files::exists);
        group.close();
        assertThat(group.folders()).noneMatch(Files::exists);
    }

    @Test
    void tasksAreCounted() throws Exception {
        Optional<ControlGroup> made = ControlGroups.here().make(MEMORY, 4);
        assumeThat(made).as("control groups can be made here").isPresent();
        try (ControlGroup group = made.get()) {
            assumeThat(group.folders().stream().anyMatch(folder -> Files.exists(folder.resolve("pids.max"))))
                    .as("tasks can be counted here")
                    .isTrue();
            Process bomb = inside(group, "for i in 1 2 3 4 5 6; do sleep 5 & done; echo all");
            assertThat(new String(bomb.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .containsIgnoringCase("fork");
        }
    }

    @Test
    void versionTwoUsesTheFolderAboveWhenThatGivesBothControllers() throws IOException {
        Path slice = tree("app.slice/kiyome.service", "cpu memory pids");
        tree("app.slice/kiyome.service/main", "");
        Optional<ControlGroup> made = in("0::/app.slice/kiyome.service/main").make(MEMORY, 9);
        assertThat(made).isPresent();
        assertThat(made.get().folders()).allMatch(folder -> folder.startsWith(slice));
        assertThat(Files.readString(made.get().folders().getFirst().resolve("memory.max")))
                .isEqualTo(Long.toString(MEMORY));
        assertThat(Files.readString(made.get().folders().getFirst().resolve("pids.max")))
                .isEqualTo("9");
    }

    @Test
    void versionOneUsesTheOwnGroupOfEachController() throws IOException {
        Path memory = tree("memory/box", "");
        Path pids = tree("pids", "");
        Optional<ControlGroup> made =
                in("8:pids:/", "4:memory:/box", "2:cpu,cpuacct:/", "0::/").make(MEMORY, 9);
        assertThat(made).isPresent();
        List<Path> parents = new ArrayList<>();
        made.get().folders().forEach(folder -> parents.add(folder.getParent()));
        assertThat(parents).containsExactlyInAnyOrder(memory, pids);
    }

    @Test
    void withoutMemoryCountedThereIsNoGroup() throws IOException {
        tree("pids", "");
        tree("app.slice", "cpu");
        assertThat(in("8:pids:/").any()).isFalse();
        assertThat(in("0::/app.slice/elsewhere").any()).isFalse();
        assertThat(ControlGroups.in(root, root.resolve("missing")).any()).isFalse();
    }

    private ControlGroups in(String... lines) throws IOException {
        return ControlGroups.in(root, Files.write(root.resolve("self"), List.of(lines)));
    }

    private Path tree(String name, String gives) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("cgroup.procs"), "");
        Files.writeString(folder.resolve("cgroup.subtree_control"), gives);
        return folder;
    }

    private static ControlGroup real() {
        Optional<ControlGroup> made = ControlGroups.here().make(MEMORY, 64);
        assumeThat(made).as("control groups can be made here").isPresent();
        return made.get();
    }

    private static Process inside(ControlGroup group, String script) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", "for f in \"$@\"; do echo $$ > \"$f\" || exit 9; done; " + script, "test"));
        group.entrances().forEach(entrance -> words.add(entrance.toString()));
        return new ProcessBuilder(words).start();
    }
}
