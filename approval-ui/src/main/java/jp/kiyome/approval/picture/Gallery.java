package jp.kiyome.approval.picture;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.No;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.jail.drawing.Drawing;
import jp.kiyome.core.jail.drawing.DrawingSettings;
import jp.kiyome.core.jail.drawing.PageDrawer;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/**
 * Pictures of items' pages, in memory and for a short time: each person has those drawn for them, so that the trail names everybody who has
 * looked. Whether they may look is for whoever asks. Threads share it.
 */
public final class Gallery implements AutoCloseable {

    /** How long pictures stay after they were drawn. */
    public static final Duration STAY = Duration.ofMinutes(10);

    /** Bytes of all pictures together; the oldest go for new ones. */
    private static final long ROOM = 128L << 20;

    private static final int MOST_ALBUMS = 500;

    private final Store store;
    private final Framing framing;
    private final InstantSource clock;
    private final Optional<PageDrawer> drawer;
    private final Map<Hook, Album> albums = new LinkedHashMap<>();
    private final ScheduledExecutorService clearing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clearing pictures").factory());

    /** @param settings empty where nothing is drawn */
    public Gallery(Store store, Framing framing, Optional<DrawingSettings> settings, InstantSource clock) {
        this.store = store;
        this.framing = framing;
        this.clock = clock;
        this.drawer = settings.map(PageDrawer::new);
        var _ = clearing.scheduleWithFixedDelay(this::clear, 1, 1, TimeUnit.MINUTES);
    }

    /** Where an album hangs: for one person, about bytes that do not change. */
    private record Hook(Organisation organisation, AccountName person, ItemId item, Version version, String sha256) {}

    /** Whether there are pictures at all. */
    public boolean isOpen() {
        return drawer.isPresent();
    }

    /**
     * Begins to draw what is not there yet of both versions, and comes back. The trail says who had which file drawn.
     *
     * @throws No when there is nothing to draw, or no pictures at all
     */
    public void begin(Person person, Item item) throws IOException {
        if (drawer.isEmpty() || item.state() == State.ERASED) {
            throw new No(No.Why.WRONG_STATE);
        }
        for (Version version : Version.values()) {
            Optional<Digest> file = Drawable.file(item, version);
            if (file.isPresent()) {
                begin(drawer.get(), person, new Drawable(item, version, file.get()));
            }
        }
    }

    private void begin(PageDrawer with, Person person, Drawable file) throws IOException {
        Hook hook = hook(person, file.item(), file.version(), file.digest());
        Album album = new Album(clock.instant());
        if (!hang(hook, album)) {
            return;
        }
        Optional<Drawing> obstacle = with.obstacle(file.type(), file.digest().size());
        if (obstacle.isPresent()) {
            album.end(obstacle.get(), clock.instant());
            return;
        }
        Workspace workspace = framing.workspace();
        try {
            Content content = open(person, file, workspace);
            PageDrawer.Taker taker = (_, page) -> add(album, framing.frame(person.organisation(), file, page));
            var _ = with.draw(new PageDrawer.Document(file.type(), content, workspace), taker)
                    .handle((drawing, fault) -> fault == null ? drawing : new Drawing.Undrawable())
                    .thenAccept(drawing -> {
                        album.end(drawing, clock.instant());
                        workspace.close();
                    });
        } catch (IOException | RuntimeException e) {
            workspace.close();
            album.end(new Drawing.Undrawable(), clock.instant());
            throw e;
        }
    }

    private Content open(Person person, Drawable file, Workspace workspace) throws IOException {
        Area area =
                switch (file.version()) {
                    case BEFORE -> Area.ORIGINAL;
                    case AFTER -> Area.CLEANED;
                };
        try (InputStream bytes = store.blobs()
                .open(
                        person.organisation(),
                        person.actor(),
                        file.item().id(),
                        area,
                        file.digest().sha256(),
                        "pictures of the pages")) {
            return workspace.copyOf(bytes, file.digest().size());
        }
    }

    private static Hook hook(Person person, Item item, Version version, Digest digest) {
        return new Hook(person.organisation(), person.name(), item.id(), version, digest.sha256());
    }

    /** Whether there was none that is still of use. */
    private synchronized boolean hang(Hook hook, Album album) {
        clear();
        Album there = albums.get(hook);
        if (there != null && !there.isInVain()) {
            return false;
        }
        albums.remove(hook);
        albums.put(hook, album);
        if (albums.size() > MOST_ALBUMS) {
            albums.remove(albums.keySet().iterator().next());
        }
        return true;
    }

    /** Hangs a page; older albums go where there is no room for it. */
    private synchronized void add(Album album, Optional<Picture> page) {
        long room = ROOM - page.map(Picture::size).orElse(0);
        Iterator<Album> oldest = albums.values().iterator();
        while (used() > room && oldest.hasNext()) {
            if (oldest.next() != album) {
                oldest.remove();
            }
        }
        album.add(used() > room ? Optional.empty() : page);
    }

    private long used() {
        return albums.values().stream().mapToLong(Album::bytes).sum();
    }

    private synchronized void clear() {
        Instant before = clock.instant().minus(STAY);
        albums.values().removeIf(album -> album.isOver(before));
    }

    /** What was drawn for somebody of an item, or is being drawn. */
    public synchronized Map<Version, Album> look(Person person, Item item) {
        clear();
        Map<Version, Album> hung = new EnumMap<>(Version.class);
        for (Version version : Version.values()) {
            Drawable.file(item, version)
                    .flatMap(file -> Optional.ofNullable(albums.get(hook(person, item, version, file))))
                    .ifPresent(album -> hung.put(version, album));
        }
        return hung;
    }

    /**
     * A picture that was drawn for somebody.
     *
     * @param page from 1
     */
    public Optional<Picture> picture(Person person, Item item, Version version, int page) {
        return Optional.ofNullable(look(person, item).get(version))
                .map(Album::pages)
                .filter(pages -> page >= 1 && page <= pages.size())
                .flatMap(pages -> pages.get(page - 1));
    }

    @Override
    public void close() {
        clearing.shutdownNow();
        drawer.ifPresent(PageDrawer::close);
    }
}
