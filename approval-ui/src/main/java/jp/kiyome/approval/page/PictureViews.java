package jp.kiyome.approval.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.picture.Album;
import jp.kiyome.approval.picture.Gallery;
import jp.kiyome.approval.picture.Picture;
import jp.kiyome.approval.picture.Version;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.core.jail.drawing.Drawing;
import jp.kiyome.core.jail.drawing.DrawingProgram;
import jp.kiyome.quarantine.item.Item;

/** Pictures of an item's pages, as a page shows them. Threads share it. */
final class PictureViews {

    private final Gallery gallery;
    private final Texts texts;

    PictureViews(Gallery gallery, Texts texts) {
        this.gallery = gallery;
        this.texts = texts;
    }

    /**
     * The section about them.
     *
     * @param open whether there are pictures at all
     * @param begun whether somebody has had them drawn
     * @param drawing whether more are to come
     * @param soFar pages that are there
     * @param notes what there is to say
     */
    record Sheet(boolean open, boolean begun, boolean drawing, int soFar, List<String> notes, List<Row> rows) {}

    /** A page before and after. */
    record Row(List<Cell> cells) {}

    /**
     * One picture.
     *
     * @param source the end of its path; empty where there is none
     * @param text in the place of it, and below it
     */
    record Cell(String source, String text) {}

    Sheet of(Person person, Item item, Locale locale) {
        Map<Version, Album> albums = gallery.look(person, item);
        boolean drawing = albums.values().stream().anyMatch(album -> album.end().isEmpty());
        List<String> notes = albums.entrySet().stream()
                .flatMap(one -> one.getValue().end().flatMap(end -> note(one.getKey(), end, locale)).stream())
                .toList();
        int most = albums.values().stream()
                .mapToInt(album -> album.pages().size())
                .max()
                .orElse(0);
        int soFar =
                albums.values().stream().mapToInt(album -> album.pages().size()).sum();
        List<Row> rows = new ArrayList<>();
        for (int page = 1; page <= most && !drawing; page++) {
            rows.add(row(item, albums, page, locale));
        }
        return new Sheet(gallery.isOpen(), !albums.isEmpty(), drawing, soFar, notes, rows);
    }

    private Row row(Item item, Map<Version, Album> albums, int page, Locale locale) {
        List<Cell> cells = new ArrayList<>();
        for (Version version : Version.values()) {
            List<Optional<Picture>> pages =
                    Optional.ofNullable(albums.get(version)).map(Album::pages).orElse(List.of());
            cells.add(cell(item, version, pages, page, locale));
        }
        return new Row(cells);
    }

    private Cell cell(Item item, Version version, List<Optional<Picture>> pages, int page, Locale locale) {
        if (page > pages.size()) {
            return new Cell("", texts.text("pictures.no-page", locale, name(version, locale), page));
        }
        if (pages.get(page - 1).isEmpty()) {
            return new Cell("", texts.text("pictures.not-shown", locale, name(version, locale), page));
        }
        return new Cell(
                version.name().toLowerCase(Locale.ROOT) + "-" + page,
                texts.text(
                        "pictures.page",
                        locale,
                        item.arrival().title().toString(),
                        name(version, locale),
                        page,
                        pages.size()));
    }

    private String name(Version version, Locale locale) {
        return texts.text("version." + version, locale);
    }

    /** What is to be said of how a drawing ended. */
    private Optional<String> note(Version version, Drawing end, Locale locale) {
        Optional<String> said =
                switch (end) {
                    case Drawing.Drawn drawn -> note(drawn, locale);
                    case Drawing.NoWay _ -> Optional.of(texts.text("pictures.no-way", locale));
                    case Drawing.NoProgram no -> Optional.of(texts.text("pictures.no-program", locale, packages(no)));
                    case Drawing.NoJail no ->
                        Optional.of(texts.text(
                                "pictures.no-jail", locale, no.piece().text().in(Texts.language(locale))));
                    case Drawing.TooLarge _ -> Optional.of(texts.text("pictures.too-large", locale));
                    case Drawing.TooLong _ -> Optional.of(texts.text("pictures.too-long", locale));
                    case Drawing.Undrawable _ -> Optional.of(texts.text("pictures.undrawable", locale));
                    case Drawing.Busy _ -> Optional.of(texts.text("pictures.busy", locale));
                };
        return said.map(text -> texts.text("pictures.of", locale, name(version, locale), text));
    }

    private Optional<String> note(Drawing.Drawn drawn, Locale locale) {
        return switch (drawn.end()) {
            case LAST -> Optional.empty();
            case ENOUGH -> Optional.of(texts.text("pictures.enough", locale, drawn.pages()));
            case BROKEN -> Optional.of(texts.text("pictures.broken", locale, drawn.pages()));
            case LATE -> Optional.of(texts.text("pictures.late", locale, drawn.pages()));
        };
    }

    private static String packages(Drawing.NoProgram no) {
        return new TreeSet<>(no.programs())
                .stream().map(DrawingProgram::packages).collect(Collectors.joining(" "));
    }
}
