package jp.kiyome.app.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/**
 * A file to work on, or standard input.
 *
 * @param path where it is; for standard input a name that it is given
 * @param inside the folder below the output folder that its output goes to; empty for the output folder itself
 * @param source whether it is read from the path or from standard input
 */
public record InputFile(Path path, Path inside, Source source) {

    /** Where the bytes come from. */
    public sealed interface Source {

        InputStream open(Path path) throws IOException, FileTrouble;

        /** The file at the path, if it is a regular file and not a device or a pipe that never ends. */
        record Disk() implements Source {

            @Override
            public InputStream open(Path path) throws IOException, FileTrouble {
                if (Files.exists(path) && !Files.isRegularFile(path)) {
                    throw new FileTrouble(Say.NOT_A_FILE, Voice.shown(path));
                }
                return Files.newInputStream(path);
            }
        }

        /** A stream that is open already, and not ours to close. */
        record Open(InputStream stream) implements Source {

            @Override
            public InputStream open(Path path) {
                return new Unclosed(stream);
            }
        }
    }

    public static InputFile onDisk(Path path, Path inside) {
        return new InputFile(path, inside, new Source.Disk());
    }

    /** Its name without the way to it. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    public InputStream open() throws IOException, FileTrouble {
        return source.open(path);
    }

    /** Standard input is not ours to close. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
