package jp.kiyome.office.ooxml;

import java.util.BitSet;
import java.util.Map;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;

/**
 * The shared strings of a workbook (ECMA-376-1 §18.4): those that no carried cell shows become empty. They keep their places,
 * since cells name them by number.
 *
 * <p>Worksheets are filtered before the shared strings, and tell which they use as they go by. Memory: a bit for each string
 * that the part can hold.
 */
final class SharedStrings {

    private static final String UNUSED = "content.unused-string";
    private static final String EMPTY =
            "<si xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><t/></si>";

    private final int most;
    private final BitSet used = new BitSet();
    private boolean surveyed;
    private BitSet saysNothing = new BitSet();
    private int index = -1;
    private boolean inEmpty;

    /** @param decodedBytes that all parts may have, which bounds how many strings there can be */
    SharedStrings(long decodedBytes) {
        this.most = (int) Math.min(decodedBytes / "<si/>".length(), Integer.MAX_VALUE - 1);
    }

    /** A carried cell shows the string of this number. */
    void use(long string) {
        if (surveyed) {
            throw new IllegalStateException("a worksheet behind the shared strings");
        }
        if (string >= 0 && string < most) {
            used.set((int) string);
        }
    }

    /** Looks which strings say nothing as they are. To be called when every worksheet has been filtered. */
    Map<String, ElementHook> hooks(OpcPackage opc, ZipMember part) {
        surveyed = true;
        saysNothing = opc.read(part, in -> survey(opc.reader(in, part.name())));
        return Map.of("x:CT_Rst", this::string);
    }

    /** By the ordinals of their elements, the strings in which there is nothing but an empty {@code t}. */
    private static BitSet survey(XmlReader reader) {
        BitSet empty = new BitSet();
        int open = -1;
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            switch (event) {
                case START -> {
                    if (reader.name().is("x:si")) {
                        open = Math.toIntExact(reader.attributes().ordinal());
                        empty.set(open);
                    } else if (open >= 0 && !reader.name().is("x:t")) {
                        empty.clear(open);
                    }
                }
                case TEXT -> {
                    if (open >= 0) {
                        empty.clear(open);
                    }
                }
                case END -> open = reader.name().is("x:si") ? -1 : open;
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
        return empty;
    }

    private ElementHook.Fate string(XmlName name, Attributes attributes) {
        if (inEmpty) {
            inEmpty = false;
            return ElementHook.Fate.keep();
        }
        index++;
        if (used.get(index) || saysNothing.get((int) attributes.ordinal())) {
            return ElementHook.Fate.keep();
        }
        inEmpty = true;
        return new ElementHook.Fate.Replace(UNUSED, EMPTY);
    }
}
