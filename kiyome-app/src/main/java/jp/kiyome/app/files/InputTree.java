package jp.kiyome.app.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/** The files below a folder, in the order of their names. Symbolic links are left out, and told. */
public final class InputTree {

    /** Folders inside folders, at most: a tree deeper than this was not made by people. */
    private static final int DEEPEST = 200;

    private final Optional<Path> leftOut;
    private final List<InputFile> files = new ArrayList<>();
    private final List<FileTrouble> troubles = new ArrayList<>();

    private InputTree(Optional<Path> leftOut) {
        this.leftOut = leftOut;
    }

    /**
     * Walks a folder.
     *
     * @param output a folder that is left out: outputs of an earlier run are no inputs
     */
    public static InputTree below(Path folder, Optional<Path> output) {
        InputTree tree = new InputTree(output.flatMap(RealPath::of));
        tree.walk(folder, folder, 0);
        return tree;
    }

    public List<InputFile> files() {
        return List.copyOf(files);
    }

    /** What was left out, or could not be looked into. */
    public List<FileTrouble> troubles() {
        return List.copyOf(troubles);
    }

    private void walk(Path root, Path folder, int depth) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            listed.forEach(entries::add);
        } catch (IOException e) {
            troubles.add(FileTrouble.reading(folder, e));
            return;
        }
        entries.sort(Comparator.comparing(Path::toString));
        for (Path entry : entries) {
            if (Files.isSymbolicLink(entry)) {
                troubles.add(new FileTrouble(Say.LINK_SKIPPED, Voice.shown(entry)));
            } else if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                addFile(root, entry);
            } else if (depth < DEEPEST && !isLeftOut(entry)) {
                walk(root, entry, depth + 1);
            }
        }
    }

    private boolean isLeftOut(Path folder) {
        return leftOut.isPresent() && RealPath.of(folder).equals(leftOut);
    }

    private void addFile(Path root, Path file) {
        if (!Unfinished.isOurs(file)) {
            Path inside = root.relativize(file).getParent();
            files.add(InputFile.onDisk(file, inside == null ? Path.of("") : inside));
        }
    }
}
