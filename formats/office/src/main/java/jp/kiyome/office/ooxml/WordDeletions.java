package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;

/**
 * The elements of one part that a mark deep inside says are deleted (ECMA-376-1 §17.13.5.12, .13 and .2): rows, cells, runs and
 * structures of formulas. The mark comes after their beginning, so the part is looked through first.
 */
final class WordDeletions {

    /** An element while it is open. */
    private static final class Place {
        final XmlName name;
        final long ordinal;
        boolean deleted;
        boolean lost;
        boolean live;

        Place(XmlName name, long ordinal) {
            this.name = name;
            this.ordinal = ordinal;
        }

        boolean is(String key) {
            return name.is(key);
        }
    }

    private final Set<Long> dropped = new HashSet<>();
    private final List<Place> open = new ArrayList<>();

    private WordDeletions() {}

    static WordDeletions none() {
        return new WordDeletions();
    }

    static WordDeletions of(OpcPackage opc, ZipMember part) {
        WordDeletions deletions = new WordDeletions();
        opc.read(part, in -> {
            deletions.look(opc.reader(in, part.name()));
            return part;
        });
        return deletions;
    }

    /** Whether the element with this ordinal is deleted with everything inside. */
    boolean has(long ordinal) {
        return dropped.contains(ordinal);
    }

    private void look(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            switch (event) {
                case START -> {
                    mark(reader.name());
                    open.add(new Place(reader.name(), reader.attributes().ordinal()));
                }
                case END -> closed(open.removeLast());
                case TEXT -> {}
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
    }

    private void mark(XmlName name) {
        if (name.is("w:cellDel") && above(0, "w:tcPr") && above(1, "w:tc")) {
            place(1).deleted = true;
        } else if (name.is("w:del") || name.is("w:moveFrom")) {
            if (above(0, "w:trPr") && above(1, "w:tr")) {
                place(1).deleted = true;
            } else if (above(0, "w:rPr") && (above(1, "w:r") || above(1, "m:r"))) {
                place(1).deleted = true;
            } else if (above(0, "m:ctrlPr")) {
                structure(1);
            } else if (above(0, "w:rPr") && above(1, "m:ctrlPr")) {
                structure(2);
            }
        }
    }

    /** The properties of a fraction, a root and so on hold its control character; without that the whole of it goes. */
    private void structure(int properties) {
        if (properties + 1 < open.size() && place(properties).name.local().endsWith("Pr")) {
            place(properties + 1).deleted = true;
        }
    }

    private boolean above(int levels, String key) {
        return levels < open.size() && place(levels).is(key);
    }

    private Place place(int levels) {
        return open.get(open.size() - 1 - levels);
    }

    /** A row without cells and a table without rows may not stand: they go with the last of them. */
    private void closed(Place place) {
        place.deleted |= place.lost && !place.live;
        if (place.deleted) {
            dropped.add(place.ordinal);
        }
        Optional<Place> holder =
                place.is("w:tc") ? nearest("w:tr") : place.is("w:tr") ? nearest("w:tbl") : Optional.empty();
        holder.ifPresent(h -> {
            h.lost |= place.deleted;
            h.live |= !place.deleted;
        });
    }

    private Optional<Place> nearest(String key) {
        return open.reversed().stream().filter(place -> place.is(key)).findFirst();
    }
}
