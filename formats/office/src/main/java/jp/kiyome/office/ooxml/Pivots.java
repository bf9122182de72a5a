package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Optional;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;

/**
 * Pivot tables stay when their cache comes from a sheet of the same workbook (ECMA-376-1 §18.10.1.95); the cells of the others
 * stay as they were calculated.
 */
final class Pivots {

    private static final String CACHE = "pivotCacheDefinition";

    private final OpcPackage opc;

    Pivots(OpcPackage opc) {
        this.opc = opc;
    }

    /** The code under which a pivot table or its cache is dropped; empty for those that stay, and for other kinds. */
    String refusal(PartKind kind, ZipMember member) {
        return switch (kind.name()) {
            case "pivot-cache" -> onSheet(member) ? "" : "active.data-connection";
            case "pivot-table" -> cachesOf(member).stream().allMatch(this::onSheet) ? "" : "active.data-connection";
            default -> "";
        };
    }

    private List<ZipMember> cachesOf(ZipMember table) {
        return opc.relationships(table.name()).stream()
                .filter(r -> r.type().equals(CACHE) && !r.external())
                .map(r -> PartName.resolve(table.name(), r.target()).flatMap(opc::part))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean onSheet(ZipMember cache) {
        return opc.read(cache, in -> onSheet(opc.reader(in, cache.name())));
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
