package jp.kiyome.core.jail.drawing;

import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine has to draw with. Stateless. */
final class Bubblewrapped {

    private Bubblewrapped() {}

    /** Where the program is there and the jail is not whole, tests fail. */
    static boolean jail() {
        return Files.isExecutable(Path.of("/usr/bin/bwrap"));
    }

    static boolean pdftoppm() {
        return jail() && DrawingProgram.PDFTOPPM.here().isPresent();
    }

    static boolean soffice() {
        return pdftoppm() && DrawingProgram.SOFFICE.here().isPresent();
    }

    static boolean perl() {
        return jail() && Files.isExecutable(Path.of("/usr/bin/perl"));
    }
}
