package jp.kiyome.office.ooxml;

import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.office.xlsb.BinaryExternalBook;

/** External link parts of a workbook (ECMA-376-1 §18.14). None is carried; only what is told of them differs. */
final class ExternalLinks {

    static final String RELATIONSHIP = "externalLink";
    private static final String BINARY = "application/vnd.ms-excel.externalLink";
    static final String BOOK = "active.external-book";

    private ExternalLinks() {}

    /** The code under which the part is dropped: by what it leads to, where that can be read. */
    static String code(OpcPackage opc, ZipMember part) {
        if (opc.contentType(part).equalsIgnoreCase(BINARY)) {
            return BinaryExternalBook.code(new BinarySource(opc, part));
        }
        try {
            return opc.read(part, in -> code(opc.reader(in, part.name())));
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal notXml) {
            return BOOK;
        }
    }

    private static String code(XmlReader reader) {
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START && reader.name().is("x:ddeLink")) {
                return "active.dde";
            }
            if (event == XmlReader.Event.START && reader.name().is("x:oleLink")) {
                return "active.ole-link";
            }
            if (event == XmlReader.Event.START && reader.name().is("x:externalBook")) {
                return BOOK;
            }
        }
        return BOOK;
    }
}
