package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldDirectoriesTest {

    /** More than any system counts to: nobody has it. */
    private static final long NOBODY = 999_999_999;

    @TempDir
    private Path folder;

    @Test
    void onlyOldDirectoriesOfProcessesThatAreGoneAreRemoved() throws IOException {
        Path gone = directory("kiyome-jail-" + NOBODY + "-123");
        Path ours = directory(OldDirectories.OURS + "123");
        Path others = directory("kiyome-jail-of-somebody");
        OldDirectories.remove(folder, Instant.now());
        assertThat(gone).exists();
        OldDirectories.remove(folder, Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(gone).doesNotExist();
        assertThat(ours).exists();
        assertThat(others).exists();
    }

    private Path directory(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.writeString(made.resolve("in"), "");
        return made;
    }
}
