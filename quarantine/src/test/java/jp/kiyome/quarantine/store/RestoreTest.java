package jp.kiyome.quarantine.store;

import static jp.kiyome.quarantine.fixture.Given.CITY;
import static jp.kiyome.quarantine.fixture.Given.GATEWAY;
import static jp.kiyome.quarantine.fixture.Given.NOON;
import static jp.kiyome.quarantine.fixture.Given.accepted;
import static jp.kiyome.quarantine.fixture.Given.rebuilt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kiyome.quarantine.audit.Head;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.database.DatabaseSettings;
import jp.kiyome.quarantine.fixture.PostgresServer;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/store.md: a store in use is backed up, destroyed, restored and checked. */
class RestoreTest {

    @TempDir
    Path folder;

    /** What is done to the tables; the rest is the same on both databases. */
    private interface Tables {
        void backUp(Store running, Path to) throws Exception;

        void destroy() throws Exception;

        void restore(Path from) throws Exception;
    }

    @Test
    void anEmbeddedStoreComesBack() throws Exception {
        Path file = folder.resolve("live/store.mv.db");
        Tables tables = new Tables() {
            @Override
            public void backUp(Store running, Path to) {
                running.backUpTables(to.resolve("tables.zip"));
            }

            @Override
            public void destroy() throws IOException {
                Files.delete(file);
            }

            @Override
            public void restore(Path from) throws IOException {
                try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(from.resolve("tables.zip")))) {
                    ZipEntry entry = zip.getNextEntry();
                    assertThat(entry.getName()).isEqualTo("store.mv.db");
                    Files.copy(zip, file);
                }
            }
        };
        backUpDestroyRestore(StoreSettings.in(folder.resolve("live")), tables);
    }

    @Test
    @EnabledIf("jp.kiyome.quarantine.fixture.PostgresServer#installed")
    void aStoreOnAServerComesBack() throws Exception {
        PostgresServer server = PostgresServer.running();
        DatabaseSettings.PostgreSql database = server.freshDatabase();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        Tables tables = new Tables() {
            @Override
            public void backUp(Store running, Path to) throws Exception {
                server.tool("pg_dump", "-Fc", "-f", to.resolve("tables.dump").toString(), name);
            }

            @Override
            public void destroy() throws Exception {
                server.tool("dropdb", name);
            }

            @Override
            public void restore(Path from) throws Exception {
                server.tool("createdb", "-O", "kiyome_owner", name);
                server.tool(
                        "pg_restore", "-d", name, from.resolve("tables.dump").toString());
            }
        };
        StoreSettings inFolder = StoreSettings.in(folder.resolve("live"));
        Files.createDirectories(folder.resolve("live"));
        backUpDestroyRestore(
                new StoreSettings(database, inFolder.originals(), inFolder.cleaned(), inFolder.masterKeys()), tables);
    }

    private void backUpDestroyRestore(StoreSettings settings, Tables tables) throws Exception {
        Path backup = Files.createDirectories(folder.resolve("backup"));
        Path keysKeptApart = Files.createDirectories(folder.resolve("safe"));
        Item item;
        Head head;
        try (Store store = Store.open(settings, () -> NOON)) {
            store.organisations().enrol(CITY, GATEWAY);
            item = rebuilt(store, CITY, "before the backup");
            head = store.trail().export(CITY, GATEWAY, 0, record -> {});
            tables.backUp(store, backup);
            accepted(store, CITY, "while the backup was made");
            copy(settings.originals(), backup.resolve("originals"));
            copy(settings.cleaned(), backup.resolve("cleaned"));
            Files.copy(settings.masterKeys(), keysKeptApart.resolve("master.keys"));
        }
        tables.destroy();
        for (Path gone : List.of(settings.originals(), settings.cleaned(), settings.masterKeys())) {
            delete(gone);
        }
        tables.restore(backup);
        copy(backup.resolve("originals"), settings.originals());
        copy(backup.resolve("cleaned"), settings.cleaned());
        copy(keysKeptApart.resolve("master.keys"), settings.masterKeys());
        try (Store store = Store.open(settings, () -> NOON)) {
            assertThat(store.check().check(CITY, GATEWAY).faults()).isEmpty();
            assertThat(store.trail().verify(CITY, GATEWAY, List.of(head)).faults())
                    .isEmpty();
            assertThat(store.items().find(CITY, item.id())).contains(item);
            String sha256 = item.original().sha256();
            try (InputStream in = store.blobs().open(CITY, GATEWAY, item.id(), Area.ORIGINAL, sha256, "restore")) {
                assertThat(in.readAllBytes()).asString().isEqualTo("before the backup");
            }
            assertThat(store.sweeper()
                            .sweep(CITY, GATEWAY, Instant.now().plusSeconds(9))
                            .orphans())
                    .as("the file that came after the tables were copied")
                    .isEqualTo(1);
            store.items().move(CITY, GATEWAY, item.id(), State.HELD, "life goes on");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(visited);
                Files.copy(
                        visited,
                        relative.toString().isEmpty() ? to : to.resolve(relative),
                        StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path gone) throws IOException {
        Files.walkFileTree(gone, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException error) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
