package jp.kiyome.core.jail.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shell that sets limits before it becomes the worker. */
final class Shell {

    static final Path PATH = Path.of("/bin/sh");

    private Shell() {}

    static boolean isThere() {
        return Files.isExecutable(PATH);
    }
}
