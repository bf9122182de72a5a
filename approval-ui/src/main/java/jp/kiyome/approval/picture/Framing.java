package jp.kiyome.approval.picture;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.intake.Works;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.type.FileType;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Makes pictures of what programs have drawn: each goes the way of any file, and only what was rebuilt and is held by nothing is shown.
 * Threads share it.
 */
public final class Framing {

    private static final Logger LOG = Logger.getLogger(Framing.class.getName());

    private static final String PNG = "image/png";

    /** Which browsers show. */
    private static final Set<String> SHOWN = Set.of(PNG, "image/jpeg", "image/gif", "image/bmp", "image/webp");

    /** Bytes of a picture at most. */
    private static final long MOST = 8L << 20;

    private final Function<Organisation, Works> works;
    private final Path scratch;

    /** @param scratch where temp files are made */
    public Framing(Function<Organisation, Works> works, Path scratch) {
        this.works = works;
        this.scratch = scratch;
    }

    Workspace workspace() {
        return new Workspace(scratch);
    }

    /** The picture that is made of a page; empty where none may be shown. */
    Optional<Picture> frame(Organisation organisation, Drawable file, Content untrusted) {
        try (Workspace workspace = workspace()) {
            Job job = new Job(Untrusted.of(file.pageName()), untrusted, workspace, List.of())
                    .belongingTo(organisation.id());
            Outcome outcome = works.apply(organisation).sanitizer().sanitize(job);
            return outcome instanceof Outcome.Rebuilt rebuilt
                            && !rebuilt.report().held()
                    ? picture(rebuilt, file.isPicture() ? SHOWN : Set.of(PNG))
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a page that was drawn could not be rebuilt", e);
            return Optional.empty();
        }
    }

    private static Optional<Picture> picture(Outcome.Rebuilt rebuilt, Set<String> mediaTypes) {
        Content content = rebuilt.content().content();
        return rebuilt.report()
                .type()
                .map(FileType::mediaType)
                .filter(mediaTypes::contains)
                .filter(_ -> content.size() <= MOST)
                .map(mediaType -> new Picture(mediaType, content.segment().toArray(ValueLayout.JAVA_BYTE)));
    }
}
