package jp.kiyome.quarantine.reprocess.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.reprocess.task.Draft;
import jp.kiyome.quarantine.reprocess.task.Reading;
import jp.kiyome.quarantine.reprocess.task.SkipReason;
import jp.kiyome.quarantine.reprocess.task.Subject;

/** Finds the mails and files of other programs. Reads no more of them than it takes to tell a mail from another file. */
public final class OutsideWalk {

    private final Consumer<Draft> told;

    private OutsideWalk(Consumer<Draft> told) {
        this.told = told;
    }

    /**
     * Tells all that is there, in the order of names.
     *
     * @throws IOException when the place itself is not there, or is not of that form
     */
    public static void tell(Selection.Outside selection, Consumer<Draft> told) throws IOException {
        OutsideWalk walk = new OutsideWalk(told);
        Path root = selection.root();
        switch (selection.form()) {
            case FOLDER -> walk.tree(root, walk::file);
            case MAILDIR -> walk.tree(root, walk::maildir);
            case QUARANTINE -> walk.tree(root, walk::quarantined);
            case MBOX -> walk.mbox(root);
        }
    }

    private void tree(Path root, FileTree.Visitor visitor) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(root + ": not a folder");
        }
        new FileTree(visitor, told).walk(root);
    }

    private void mbox(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": not a file");
        }
        if (!messages(file)) {
            throw new IOException(file + ": not an mbox file");
        }
    }

    private void file(Path file, List<String> beside) {
        boolean mail = FileTree.name(file).toLowerCase(Locale.ROOT).endsWith(".eml");
        tell(mail ? Kind.MAIL : Kind.FILE, file, Reading.WHOLE);
    }

    /** Mails are in {@code new} and {@code cur}; what is in {@code tmp} is still being delivered. */
    private void maildir(Path file, List<String> beside) {
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        switch (folder.map(FileTree::name).orElse("")) {
            case "cur", "new" -> tell(Kind.MAIL, file, Reading.WHOLE);
            case "tmp" -> skip(file, SkipReason.BEING_PROCESSED);
            default -> skip(file, SkipReason.NOT_A_MAIL);
        }
    }

    /**
     * amavis keeps one mail in a file, compressed or not, or all in an mbox file. MailScanner keeps a folder for each mail, in it the
     * file {@code message} and the attachments beside it, or the attachments alone; or one mail in a file.
     */
    private void quarantined(Path file, List<String> beside) throws IOException {
        String name = FileTree.name(file);
        if (beside.contains("message") && !name.equals("message")) {
            skip(file, SkipReason.PART_OF_MAIL);
            return;
        }
        Reading reading = name.endsWith(".gz") ? Reading.GZIP : Reading.WHOLE;
        byte[] head;
        try (InputStream in = OutsideFile.open(Subject.Outside.file(Kind.MAIL, file.toString(), reading))) {
            head = in.readNBytes(HeaderLines.ENOUGH);
        }
        boolean mbox = reading == Reading.WHOLE && MboxScan.begins(head);
        if (!mbox || !messages(file)) {
            tell(HeaderLines.begin(head) ? Kind.MAIL : Kind.FILE, file, reading);
        }
    }

    private boolean messages(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), 1 << 16)) {
            return MboxScan.scan(
                    in,
                    (start, length) -> told.accept(Draft.of(new Subject.Outside(
                            Kind.MAIL, Untrusted.of(file.toString()), Reading.MBOX, start, length))));
        }
    }

    private void tell(Kind kind, Path file, Reading reading) {
        told.accept(Draft.of(Subject.Outside.file(kind, file.toString(), reading)));
    }

    private void skip(Path file, SkipReason reason) {
        told.accept(Draft.skipped(Subject.Outside.file(Kind.FILE, file.toString(), Reading.WHOLE), reason, ""));
    }
}
