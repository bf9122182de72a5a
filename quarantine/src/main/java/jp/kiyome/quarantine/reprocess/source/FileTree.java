package jp.kiyome.quarantine.reprocess.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.reprocess.task.Draft;
import jp.kiyome.quarantine.reprocess.task.Reading;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;

/** Walks the files below a folder in the order of their names. What is no file, or cannot be looked into, is told as skipped. */
final class FileTree {

    /** Folders inside folders, at most: a tree deeper than this was not made by people. */
    private static final int DEEPEST = 200;

    private final Visitor visitor;
    private final Consumer<Draft> told;

    FileTree(Visitor visitor, Consumer<Draft> told) {
        this.visitor = visitor;
        this.told = told;
    }

    /** What becomes of each file. */
    interface Visitor {

        /**
         * A file with a name that can be written down.
         *
         * @param beside the names of the files in the same folder
         */
        void file(Path file, List<String> beside) throws IOException;
    }

    void walk(Path root) {
        walk(root, 0);
    }

    private void walk(Path folder, int depth) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            listed.forEach(entries::add);
        } catch (IOException e) {
            skip(folder, SkipReason.UNREADABLE, why(e));
            return;
        }
        entries.sort(Comparator.comparing(Path::toString));
        List<String> names = entries.stream().map(FileTree::name).toList();
        for (Path entry : entries) {
            if (Files.isSymbolicLink(entry)) {
                skip(entry, SkipReason.LINK, "");
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                below(entry, depth + 1);
            } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                skip(entry, SkipReason.NOT_A_FILE, "");
            } else if (!Path.of(entry.toString()).equals(entry)) {
                skip(entry, SkipReason.BAD_NAME, "");
            } else {
                visit(entry, names);
            }
        }
    }

    private void below(Path folder, int depth) {
        if (depth > DEEPEST) {
            skip(folder, SkipReason.BAD_NAME, "");
        } else {
            walk(folder, depth);
        }
    }

    private void visit(Path file, List<String> names) {
        try {
            visitor.file(file, names);
        } catch (IOException e) {
            skip(file, SkipReason.UNREADABLE, why(e));
        }
    }

    private void skip(Path place, SkipReason reason, String detail) {
        told.accept(Draft.skipped(Subject.Outside.file(Kind.FILE, place.toString(), Reading.WHOLE), reason, detail));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static String why(IOException e) {
        return e.getClass().getSimpleName();
    }
}
