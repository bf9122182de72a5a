package jp.kiyome.office.xlsb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jp.kiyome.core.finding.Refusal;

/** The binary parts of a workbook. Stateless. */
public final class BinaryPart {

    private BinaryPart() {}

    /**
     * Writes a part anew.
     *
     * @param root what it is: {@code workbook}, {@code worksheet}, {@code chartsheet}, {@code styles}, {@code strings},
     *     {@code comments} or {@code table}; strings after all sheets
     * @param book what is known of the workbook
     * @param source the part, for what must be known of it before
     * @param in its bytes from the first one
     * @throws Refusal {@code xlsb.*} when the part is broken
     * @throws IOException from the streams
     */
    public static void copy(String root, Book book, PartSource source, InputStream in, OutputStream out, PartHost host)
            throws IOException {
        Part part = new Part(book, host);
        OwnRecords own =
                switch (root) {
                    case "workbook" -> new BookRecords(part);
                    case "worksheet" -> new Cells(part, SharedFormulas.of(source, book));
                    case "strings" -> new StringRecords(part);
                    default -> OwnRecords.none();
                };
        new PartCopy(root, part, own, new RecordStream(in, source.size()), out).run();
    }
}
