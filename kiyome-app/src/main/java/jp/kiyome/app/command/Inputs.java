package jp.kiyome.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.files.InputFile;
import jp.kiyome.app.files.InputTree;
import jp.kiyome.app.files.RealPath;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/**
 * What the operands of a call stand for.
 *
 * @param files to work on, in the order of the operands
 * @param troubles with what stood there but is no file
 * @param folder whether an operand is a folder
 * @param standardInput whether the only operand is standard input
 */
record Inputs(List<InputFile> files, List<FileTrouble> troubles, boolean folder, boolean standardInput) {

    private static final Path HERE = Path.of("");

    static Inputs of(Call call) throws FileTrouble {
        if (call.operands().contains("-")) {
            return standardInput(call);
        }
        Optional<Path> output = call.path("--output");
        List<InputFile> files = new ArrayList<>();
        List<FileTrouble> troubles = new ArrayList<>();
        boolean folder = false;
        for (String operand : call.operands()) {
            try {
                Path path = Call.toPath(operand);
                if (Files.isDirectory(path)) {
                    folder = true;
                    InputTree tree = InputTree.below(path, output);
                    files.addAll(tree.files());
                    troubles.addAll(tree.troubles());
                } else if (!Files.exists(path)) {
                    troubles.add(new FileTrouble(Say.NO_SUCH_FILE, Voice.shown(path)));
                } else {
                    files.add(InputFile.onDisk(path, HERE));
                }
            } catch (FileTrouble trouble) {
                troubles.add(trouble);
            }
        }
        return new Inputs(files, troubles, folder, false);
    }

    private static Inputs standardInput(Call call) throws FileTrouble {
        if (call.operands().size() > 1) {
            throw new Usage(Say.STDIN_ALONE);
        }
        Path name = Call.toPath(call.word("--name").orElse("stdin"));
        InputFile.Source source = new InputFile.Source.Open(call.voice().shell().in());
        return new Inputs(List.of(new InputFile(name, HERE, source)), List.of(), false, true);
    }

    /** The paths of all files with every link resolved. */
    Set<Path> realPaths() {
        Set<Path> real = new HashSet<>();
        files.forEach(file -> RealPath.of(file.path()).ifPresent(real::add));
        return real;
    }
}
