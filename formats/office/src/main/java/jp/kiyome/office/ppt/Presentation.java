package jp.kiyome.office.ppt;

import java.util.List;
import jp.kiyome.office.record.Record;

/**
 * What stays of a presentation, before it is written.
 *
 * @param document with an empty DrawingGroupContainer, and numbers of objects as they came
 * @param pages in the order of the output
 * @param notesMaster number of the object, as it came; 0 for none
 * @param handout likewise
 */
record Presentation(Record.Container document, List<Page> pages, int notesMaster, int handout) {

    Presentation {
        pages = List.copyOf(pages);
    }
}
