package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kiyome.office.doc.file.Fib;
import jp.kiyome.office.doc.model.Bookmark;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.raw.Sttb;
import jp.kiyome.office.doc.text.Edit;

/** Reads bookmarks ([MS-DOC] 2.8.10, 2.8.11): those with the name of one, once each. */
final class Bookmarks {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_・ー.\\-]{0,39}");

    private Bookmarks() {}

    /** Asked when the text was edited. */
    static List<Bookmark> read(Fib fib, byte[] table, Edit edit, int places) {
        List<String> names = Sttb.read(fib.part(table, "SttbfBkmk")).strings();
        Plc starts = Plc.read(fib.part(table, "PlcfBkf"), 4);
        Plc ends = Plc.read(fib.part(table, "PlcfBkl"), 0);
        List<Bookmark> bookmarks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(names.size(), starts.count()); i++) {
            int end = starts.at(i).u16();
            String name = names.get(i);
            if (end >= ends.count() || !NAME.matcher(name).matches() || !seen.add(name)) {
                continue;
            }
            int from = edit.map(Math.min(places, starts.places()[i]));
            int to = edit.map(Math.min(places, ends.places()[end]));
            if (from <= to) {
                bookmarks.add(new Bookmark(name, from, to));
            }
        }
        bookmarks.sort(Comparator.comparingInt(Bookmark::from));
        return bookmarks;
    }
}
