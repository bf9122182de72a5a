package jp.kiyome.quarantine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {

    @TempDir
    Path folder;

    @Test
    void isForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("master.keys");
        new MasterKeyFile(file).openOrCreate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new MasterKeyFile(file).open()).isInstanceOf(IOException.class);
    }

    @Test
    void isMadeOnce() throws IOException {
        MasterKeyFile file = new MasterKeyFile(folder.resolve("master.keys"));
        String first = file.openOrCreate().current();
        assertThat(file.openOrCreate().current()).isEqualTo(first);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void whoeverChangesItDoesSoAlone() throws IOException {
        Path place = folder.resolve("master.keys");
        MasterKeyFile file = new MasterKeyFile(place);
        String first = file.openOrCreate().current();
        try (FileChannel other = FileChannel.open(
                        folder.resolve("master.keys.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = other.lock()) {
            assertThatThrownBy(file::addCurrent).isInstanceOf(IOException.class);
        }
        assertThat(file.open().ids()).containsExactly(first);
        String second = file.addCurrent().current();
        assertThatThrownBy(() -> file.dropOthers(first)).isInstanceOf(IOException.class);
        assertThat(file.open().ids()).containsExactly(second, first);
        assertThat(file.dropOthers(second).ids()).containsExactly(second);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        Path file = folder.resolve("master.keys");
        new MasterKeyFile(file).openOrCreate();
        List<String> good = Files.readAllLines(file);
        for (List<String> bad : List.of(
                List.<String>of(),
                List.of(good.getFirst()),
                List.of("kiyome master keys 2", good.getLast()),
                List.of(good.getFirst(), good.getLast() + " "),
                List.of(good.getFirst(), "id c2hvcnQ="),
                List.of(good.getFirst(), good.getLast(), good.getLast()))) {
            Files.write(file, bad);
            assertThatThrownBy(() -> new MasterKeyFile(file).open())
                    .as(bad.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aWrappedKeyOpensForItsOrganisationAlone() throws IOException {
        MasterKeys keys = new MasterKeyFile(folder.resolve("master.keys")).openOrCreate();
        DataKey key = DataKey.fresh();
        MasterKeys.WrappedKey wrapped = keys.wrap(key, "midori-city");
        assertThat(keys.unwrap(wrapped, "midori-city").bytes()).isEqualTo(key.bytes());
        assertThatThrownBy(() -> keys.unwrap(wrapped, "aoba-town")).isInstanceOf(KeyRefused.class);
        wrapped.bytes()[20] ^= 1;
        assertThatThrownBy(() -> keys.unwrap(wrapped, "midori-city")).isInstanceOf(KeyRefused.class);
        assertThat(key.toString()).isEqualTo("a key");
    }
}
