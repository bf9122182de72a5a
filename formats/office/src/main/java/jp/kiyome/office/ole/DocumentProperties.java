package jp.kiyome.office.ole;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.container.cfb.NewEntry;

/**
 * What stays of a document's property sets: its title and language help the reader, the rest tells of people and history.
 *
 * @param title empty for none
 * @param language a tag as RFC 5646 has it; empty for none
 */
public record DocumentProperties(String title, String language) {

    /** Neither. */
    public static final DocumentProperties NONE = new DocumentProperties("", "");

    /** The streams that say so: one for each property that is there. */
    public List<NewEntry> streams() {
        List<NewEntry> streams = new ArrayList<>();
        if (!title.isEmpty()) {
            streams.add(PropertySets.written(PropertySets.SUMMARY, title));
        }
        if (!language.isEmpty()) {
            streams.add(PropertySets.written(PropertySets.DOCUMENT_SUMMARY, language));
        }
        return streams;
    }
}
