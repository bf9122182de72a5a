package jp.kiyome.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.archive.name.MemberPath;
import jp.kiyome.archive.name.NameReading;
import jp.kiyome.archive.name.PathTree;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.notice.Notice;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;

/** Walks over the members of one archive, from the first to the last. */
final class MemberWalk {

    /** Notices go the way of plain text, and must be allowed to. */
    private static final Set<String> TEXT = Set.of("txt");

    private final ArchiveReader reader;
    private final ArchiveWriter writer;
    private final NameReading names;
    private final ActingNames acting;
    private final Session session;
    private final PathTree tree = new PathTree();

    MemberWalk(ArchiveReader reader, ArchiveWriter writer, NameReading names, ActingNames acting, Session session) {
        this.reader = reader;
        this.writer = writer;
        this.names = names;
        this.acting = acting;
        this.session = session;
    }

    void run() throws IOException {
        for (Member member : reader.members()) {
            NameReading.ReadName read = names.names().get(member.index());
            MemberPath path = MemberPath.of(read.text(), member.kind() == MemberKind.DIRECTORY);
            Step step = new Step(member, read.text(), path);
            report(step, read.differs());
            switch (member.kind()) {
                case FILE -> file(step);
                case DIRECTORY -> folder(step);
                case LINK -> drop(step, FindingKind.of("archive.link"), true);
                case OTHER -> drop(step, FindingKind.of("archive.special-file"), true);
            }
        }
        writer.finish();
    }

    /** A member with its name as it came and as a path. */
    private record Step(Member member, String shown, MemberPath path) {

        Location where() {
            return Location.ofPart(shown);
        }

        /** For what is inside: the folders as they will be, the last step as it came. */
        String nestedName() {
            String folders = String.join("/", path.folders());
            return folders.isEmpty() ? path.last() : folders + "/" + path.last();
        }

        NewMember written(String where) {
            return new NewMember(where, member.time(), member.stored());
        }
    }

    private void report(Step step, boolean differs) {
        if (differs) {
            changed("archive.second-name", step, "");
        }
        if (step.path.climbs()) {
            changed("archive.traversal", step, "");
        }
        if (step.path.changed()) {
            changed("archive.path", step, "");
        }
    }

    private void changed(String code, Step step, String detail) {
        session.found(Finding.of(code, Action.CHANGED, step.where(), detail));
    }

    private void folder(Step step) throws IOException {
        if (step.path.folders().isEmpty()) {
            return;
        }
        String path = folders(step);
        if (tree.list(path)) {
            writer.folder(step.written(path));
        } else {
            session.found(Finding.of("archive.duplicate-name", Action.REMOVED, step.where()));
        }
    }

    private void file(Step step) {
        CleanName name = CleanName.of(step.path.last(), Set.of(), Optional.empty());
        Optional<ActingNames.Row> acts = acting.find(name.name())
                .filter(row -> session.policy().choice(ActingNames.OPTION).equals("remove"));
        if (acts.isPresent()) {
            drop(step, FindingKind.of("archive.acting-name"), acts.get().notice());
            return;
        }
        session.piece(own -> {
            try {
                judge(step, own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void judge(Step step, Session own) throws IOException {
        Sink unpacked = own.scratch();
        reader.read(step.member, unpacked);
        switch (own.child(step.nestedName(), unpacked.finish(), Set.of())) {
            case Nested.Clean clean -> write(step, clean);
            case Nested.Refused refused -> {
                session.found(Finding.of(
                        "archive.member-refused",
                        Action.REMOVED,
                        step.where(),
                        refused.reason().code()));
                leaveNotice(step, refused.reason(), own);
            }
        }
    }

    private void drop(Step step, FindingKind reason, boolean notice) {
        session.found(Finding.of(reason.code(), Action.REMOVED, step.where()));
        if (notice) {
            session.piece(own -> {
                try {
                    leaveNotice(step, reason, own);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Where the policy, or what is installed, allows no plain text, nothing stands in the place. */
    private void leaveNotice(Step step, FindingKind reason, Session own) throws IOException {
        Notice notice = Notice.of(step.path.last(), reason);
        if (own.child(notice.name(), notice.content(), TEXT) instanceof Nested.Clean clean) {
            write(step, clean);
        }
    }

    private void write(Step step, Nested.Clean clean) throws IOException {
        String name = clean.name().name();
        String folder = folders(step);
        String path = tree.file(folder, name);
        if (!path.equals(folder.isEmpty() ? name : folder + "/" + name)) {
            changed("archive.duplicate-name", step, path);
        }
        writer.file(step.written(path), clean.content());
    }

    private String folders(Step step) {
        String wanted = String.join("/", step.path.folders());
        String folder = tree.folder(step.path.folders());
        if (!folder.equals(wanted)) {
            changed("archive.duplicate-name", step, folder);
        }
        return folder;
    }
}
