package jp.kiyome.core.jail.drawing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that draws, or makes what another draws. */
public enum DrawingProgram {
    /** Of poppler: a page of a PDF file as a PNG picture. */
    PDFTOPPM("pdftoppm", "poppler-utils"),
    /** LibreOffice without a window: an office document as a PDF file. */
    SOFFICE("soffice", "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui");

    /** Where systems install programs; a directory that a user could have put into the path does not count. */
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));

    private final String command;
    private final String packages;

    DrawingProgram(String command, String packages) {
        this.command = command;
        this.packages = packages;
    }

    /** What it is called. */
    public String command() {
        return command;
    }

    /** The packages of Debian that bring it, with a space between. */
    public String packages() {
        return packages;
    }

    /** Where this machine has it. */
    public Optional<Path> here() {
        return PLACES.stream()
                .map(place -> place.resolve(command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
