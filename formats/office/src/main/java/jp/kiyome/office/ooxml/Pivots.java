package jp.kiyome.office.ooxml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import org.jspecify.annotations.Nullable;

/**
 * Pivot tables stay when their cache comes from a sheet of the same workbook (ECMA-376-1 §18.10.1.95); the cells of the others
 * stay as they were calculated. A cache stays for the tables that stay: without one it is a copy of rows that nobody sees.
 */
final class Pivots {

    private static final String CACHE = "pivotCacheDefinition";

    private static final String UNUSED = "structure.unreferenced-part";

    private final PackageWalk walk;
    private @Nullable Set<ZipMember> shown;

    Pivots(PackageWalk walk) {
        this.walk = walk;
    }

    /** The code under which a pivot table or its cache is dropped; empty for those that stay, and for other kinds. */
    String refusal(PartKind kind, ZipMember member) {
        return switch (kind.name()) {
            case "pivot-cache" -> {
                String code = onSheet(member) ? "" : "active.data-connection";
                yield code.isEmpty() && !shown().contains(member) ? UNUSED : code;
            }
            case "pivot-table" -> led(member, CACHE).stream().allMatch(this::onSheet) ? "" : "active.data-connection";
            default -> "";
        };
    }

    /** The caches that the pivot tables of the carried sheets lead to. */
    private Set<ZipMember> shown() {
        Set<ZipMember> caches = shown;
        if (caches == null) {
            caches = new HashSet<>();
            for (ZipMember sheet : sheets()) {
                for (ZipMember table : led(sheet, "pivotTable")) {
                    if (stays("pivot-table", table)) {
                        caches.addAll(led(table, CACHE));
                    }
                }
            }
            shown = caches;
        }
        return caches;
    }

    /** The worksheets that the workbook names and that are carried. */
    private List<ZipMember> sheets() {
        List<ZipMember> workbook = walk.opc().relationships("").stream()
                .filter(r -> r.type().equals("officeDocument") && !r.external())
                .flatMap(r -> part("", r).stream())
                .toList();
        return workbook.stream()
                .flatMap(book -> {
                    Set<String> named =
                            walk.opc().read(book, in -> named(walk.opc().reader(in, book.name())));
                    return walk.opc().relationships(book.name()).stream()
                            .filter(r -> r.type().equals("worksheet") && !r.external() && named.contains(r.id()))
                            .flatMap(r -> part(book.name(), r).stream());
                })
                .filter(sheet -> stays("worksheet", sheet))
                .toList();
    }

    private static Set<String> named(XmlReader reader) {
        Set<String> ids = new HashSet<>();
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START && reader.name().is("x:sheet")) {
                ids.add(reader.attributes().text("r:id"));
            }
        }
        return ids;
    }

    private boolean stays(String kind, ZipMember part) {
        return walk.refusal(walk.kinds().kind(kind), part).isEmpty();
    }

    private List<ZipMember> led(ZipMember source, String type) {
        return walk.opc().relationships(source.name()).stream()
                .filter(r -> r.type().equals(type) && !r.external())
                .flatMap(r -> part(source.name(), r).stream())
                .toList();
    }

    private Optional<ZipMember> part(String source, Relationship relationship) {
        return PartName.resolve(source, relationship.target()).flatMap(walk.opc()::part);
    }

    private boolean onSheet(ZipMember cache) {
        return walk.opc().read(cache, in -> onSheet(walk.opc().reader(in, cache.name())));
    }

    private static boolean onSheet(XmlReader reader) {
        boolean worksheet = false;
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event != XmlReader.Event.START) {
                continue;
            }
            if (reader.name().is("x:cacheSource")) {
                worksheet = reader.attributes().text("type").equals("worksheet")
                        && reader.attributes().text("connectionId").isEmpty();
            } else if (reader.name().is("x:worksheetSource")) {
                worksheet &= reader.attributes().text("r:id").isEmpty();
            } else if (reader.name().is("x:cacheFields")) {
                return worksheet;
            }
        }
        return worksheet;
    }
}
