package jp.kiyome.testcorpus.ichitaro;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.testcorpus.ole.RawTree;
import jp.kiyome.testcorpus.zip.Bytes;

/** Sheets behind the first one: a document in a storage, and the lists of them. */
final class JtdSheets {

    private JtdSheets() {}

    /** @param path where the sheet came from; may be empty */
    static RawTree.Storage of(Jtd sheet, String path) {
        return storage(sheet, path, List.of());
    }

    /** With something beside the sheet that no list names. */
    static RawTree.Storage with(Jtd sheet, RawTree.Stream other) {
        return storage(sheet, "", List.of(new RawTree.Storage("Other", new byte[0], List.of(other))));
    }

    private static RawTree.Storage storage(Jtd sheet, String path, List<RawTree.Node> unlisted) {
        Bytes items = new Bytes()
                .u32(1)
                .u32(1)
                .u32(3)
                .raw("用紙二".getBytes(StandardCharsets.UTF_16LE))
                .u32(0);
        items.octets(1, 0, 255, 255, 255, 0, 255, 255, 255, 255, 2, 0, 1, 0, 2, 0)
                .raw(new byte[10]);
        Bytes paths = new Bytes()
                .u32(path.length())
                .raw(path.getBytes(StandardCharsets.UTF_16LE))
                .raw(new byte[28]);
        RawTree.Storage documents = Jtd.listed(
                "DocSheet",
                new byte[0],
                new RawTree.Stream("DocItemInfo", items.toArray()),
                new RawTree.Stream("DocItemInfo2", paths.toArray()),
                sheet.document("DOCS_0000", Jtd.CLASS));
        List<RawTree.Node> children = new ArrayList<>(documents.children());
        children.addAll(unlisted);
        Bytes info = new Bytes()
                .u32(2)
                .u32(2)
                .raw(new byte[32])
                .u32(0x1B)
                .u32(0)
                .u32(-1)
                .u32(2);
        info.u32(0).octets(0, 0, 1, 0, 0, 0, 255, 255, 255, 0);
        return Jtd.listed(
                "ObjectSheets",
                new byte[0],
                new RawTree.Stream("SheetInfo", info.toArray()),
                new RawTree.Storage("DocSheet", new byte[0], children));
    }
}
