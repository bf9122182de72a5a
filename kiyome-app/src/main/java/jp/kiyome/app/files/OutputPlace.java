package jp.kiyome.app.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.name.CleanName;

/** Where outputs go. */
public sealed interface OutputPlace {

    /**
     * The path for an output. Nothing is made yet.
     *
     * @param name as its report has it; never with a directory
     */
    Path target(InputFile input, String name) throws FileTrouble;

    /** Below a folder, as the inputs lay below theirs. */
    record Folder(Path root) implements OutputPlace {

        @Override
        public Path target(InputFile input, String name) throws FileTrouble {
            Path folder = root;
            for (Path step : input.inside()) {
                if (step.toString().isEmpty()) {
                    continue;
                }
                folder = folder.resolve(step);
                // A link would lead out of the output folder.
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                        && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileTrouble(Say.NOT_A_DIRECTORY, Voice.shown(folder));
                }
            }
            return oneStep(folder, name);
        }
    }

    /** One file of a name that the user chose. */
    record Named(Path file) implements OutputPlace {

        @Override
        public Path target(InputFile input, String name) {
            return file;
        }
    }

    /** Beside the input: {@code report.docx} gives {@code report.cleaned.docx}. */
    record Beside() implements OutputPlace {

        @Override
        public Path target(InputFile input, String name) throws FileTrouble {
            Path folder = input.path().getParent();
            return oneStep(folder == null ? Path.of("") : folder, CleanName.marked(name, "cleaned"));
        }
    }

    private static Path oneStep(Path folder, String name) throws FileTrouble {
        Path step = Path.of(name);
        if (step.getNameCount() != 1 || step.isAbsolute() || name.equals(".") || name.equals("..")) {
            throw new FileTrouble(Say.CANNOT_WRITE, Voice.shown(name), Voice.shown(name));
        }
        return folder.resolve(step);
    }
}
