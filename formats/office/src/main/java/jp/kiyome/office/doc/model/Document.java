package jp.kiyome.office.doc.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.office.doc.field.FieldMark;
import jp.kiyome.office.doc.file.Fib;
import jp.kiyome.office.doc.table.Font;
import jp.kiyome.office.doc.table.ListTable;
import jp.kiyome.office.doc.table.StyleSheet;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Section;
import jp.kiyome.office.doc.text.Story;

/**
 * A document, taken apart and filtered. All places are those of its own text.
 *
 * @param fib of which the writer takes version, languages and the two flags that stay
 * @param password to lock it with again
 * @param headers where in the story of headers each of them begins
 * @param fields by story
 * @param pictures in the text, by place
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Document(
        Fib fib,
        Optional<String> password,
        Body body,
        List<Section> sections,
        StyleSheet styles,
        List<Font> fonts,
        ListTable lists,
        byte[] settings,
        List<String> changeAuthors,
        Notes footnotes,
        Notes endnotes,
        List<Comment> comments,
        List<Integer> headers,
        List<Bookmark> bookmarks,
        Map<Story, List<FieldMark>> fields,
        Map<Integer, byte[]> pictures,
        Drawings drawings) {}
