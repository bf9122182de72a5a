package jp.kiyome.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kiyome.app.screen.Shell;
import jp.kiyome.core.engine.Registry;
import org.junit.jupiter.api.io.TempDir;

/** Calls the program as a shell would, with a toy format, in a folder of its own. */
abstract class CommandLineTest {

    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] input = {};
    boolean terminal;
    String locale = "C.UTF-8";

    int kiyome(Object... words) {
        out.reset();
        err.reset();
        Shell shell = new Shell(
                new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of(
                        "LANG",
                        locale,
                        "XDG_CONFIG_HOME",
                        folder.resolve("config").toString()),
                terminal,
                80);
        return new Kiyome(shell, () -> new Registry(List.of(new MemoHandler())))
                .run(Stream.of(words).map(Object::toString).toList());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? folder : parent);
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(Object path) {
        try {
            return Files.readString(folder.resolve(path.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of everything in the folder, with hidden and temp files. */
    Set<String> names() {
        try (Stream<Path> all = Files.walk(folder)) {
            Set<String> names = new TreeSet<>();
            all.filter(path -> !path.equals(folder))
                    .forEach(path -> names.add(folder.relativize(path).toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
