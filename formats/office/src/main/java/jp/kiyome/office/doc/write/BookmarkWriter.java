package jp.kiyome.office.doc.write;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Bookmark;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.raw.Sttb;

/** Writes bookmarks ([MS-DOC] 2.8.10, 2.8.11, 2.9.261). */
record BookmarkWriter(Document document, NewParts parts) {

    void write() {
        List<Bookmark> bookmarks = document.bookmarks();
        if (bookmarks.isEmpty()) {
            return;
        }
        Out names = new Out();
        Sttb.write(names, bookmarks.stream().map(Bookmark::name).toList());
        parts.part("SttbfBkmk", names.bytes());
        List<Ranges.Named> ranges = new ArrayList<>();
        for (int i = 0; i < bookmarks.size(); i++) {
            ranges.add(
                    new Ranges.Named(bookmarks.get(i).from(), bookmarks.get(i).to(), i));
        }
        Ranges.write(ranges, document.body().text().length, parts, "PlcfBkf", "PlcfBkl");
    }
}
