package jp.kiyome.approval.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.jail.drawing.Drawing;

/** The pages of one file, as far as they are drawn. Threads share it. */
public final class Album {

    private final List<Optional<Picture>> pages = new ArrayList<>();
    private Instant since;
    private Optional<Drawing> end = Optional.empty();

    Album(Instant begun) {
        this.since = begun;
    }

    /** A page; empty where it cannot be shown. */
    synchronized void add(Optional<Picture> page) {
        pages.add(page);
    }

    synchronized void end(Drawing how, Instant now) {
        end = Optional.of(how);
        since = now;
    }

    /** How the drawing ended; empty while it is at it. */
    public synchronized Optional<Drawing> end() {
        return end;
    }

    /** In order, from the first. */
    public synchronized List<Optional<Picture>> pages() {
        return List.copyOf(pages);
    }

    synchronized boolean isOver(Instant before) {
        return end.isPresent() && since.isBefore(before);
    }

    /** Whether to try once more makes sense. */
    synchronized boolean isInVain() {
        return end.isPresent() && !(end.get() instanceof Drawing.Drawn);
    }

    synchronized long bytes() {
        return pages.stream().flatMap(Optional::stream).mapToLong(Picture::size).sum();
    }
}
