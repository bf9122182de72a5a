package jp.kiyome.core.jail.drawing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.kiyome.core.jail.sandbox.ProgramSpec;

/**
 * How a program is called for a step of drawing.
 *
 * @param words itself and its arguments
 * @param input where it reads
 * @param folders it needs beside those of all
 * @param most bytes that it may write
 */
record ProgramRun(List<String> words, String input, List<Path> folders, long most) {

    /** pdftoppm(1): a page beyond the last is asked for. */
    static final int NO_SUCH_PAGE = 99;

    private static final long MIB = 1L << 20;
    private static final long MOST_OF_A_PAGE = 16 * MIB;
    private static final long MOST_OF_A_FILE = 128 * MIB;

    /** A file of its own for each document, without anything that an earlier one could have left. */
    private static final String OFFICE = "\"$1\" --headless --norestore --nolockcheck --nodefault --nologo"
            + " -env:UserInstallation=file:///tmp/profile --convert-to pdf --outdir /tmp/made \"$2\" >/dev/null"
            + " && exec cat /tmp/made/in.pdf";

    /** One page as a PNG picture. */
    static ProgramRun page(Path pdftoppm, int page, int longestSide) {
        String number = Integer.toString(page);
        String input = "/work/in.pdf";
        List<String> words = List.of(
                pdftoppm.toString(),
                "-q",
                "-png",
                "-f",
                number,
                "-l",
                number,
                "-scale-to",
                Integer.toString(longestSide),
                input);
        return new ProgramRun(words, input, folders(pdftoppm), MOST_OF_A_PAGE);
    }

    /** A whole document as a PDF file. */
    static ProgramRun office(Path soffice, String extension) {
        String input = "/work/in." + extension;
        return new ProgramRun(
                List.of("/bin/sh", "-c", OFFICE, "office", soffice.toString(), input),
                input,
                folders(soffice),
                MOST_OF_A_FILE);
    }

    /** What a program outside {@code /usr} brings with it: a product's folder below {@code /opt}, else that in which it lies. */
    private static List<Path> folders(Path program) {
        if (program.startsWith("/usr")) {
            return List.of();
        }
        boolean product = program.startsWith("/opt") && program.getNameCount() > 2;
        return List.of(
                product
                        ? Path.of("/").resolve(program.subpath(0, 2))
                        : program.resolveSibling("").normalize());
    }

    ProgramSpec spec(Duration processorTime) {
        return new ProgramSpec(words, input, folders, 512 * MIB, 6144 * MIB, 2048 * MIB, processorTime);
    }
}
