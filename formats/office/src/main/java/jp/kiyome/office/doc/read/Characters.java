package jp.kiyome.office.doc.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Run;
import jp.kiyome.office.doc.text.Story;

/** Decides on characters that are more than themselves ([MS-DOC] 2.4.1), fields left aside. Not thread-safe. */
final class Characters {

    private static final int PIC_LOCATION = 0x6A03;
    private static final int DATA = 0x0806;
    private static final int OBJECT = 0x0856;

    private final Body body;
    private final Edit edit;
    private final Session session;
    private final Pace pace;
    private final Map<Integer, Integer> pictures = new TreeMap<>();
    private final Set<Integer> marks = new HashSet<>();
    private int run;

    Characters(Body body, Edit edit, Session session) {
        this.body = body;
        this.edit = edit;
        this.session = session;
        this.pace = new Pace(session.budget());
    }

    /** Places of the main story where notes, comments or drawings have their marks. */
    void marksAt(int place) {
        marks.add(place);
    }

    /** Offsets in the stream Data, by place. */
    Map<Integer, Integer> pictures() {
        return pictures;
    }

    void decide() {
        for (Story story : Story.values()) {
            int end = body.lengths().end(story);
            for (int i = body.lengths().start(story); i < end; i++) {
                pace.step();
                char c = body.text()[i];
                if (c < ' ') {
                    decide(story, i, c);
                } else if (c == '\uFFFE' || c == '\uFFFF') {
                    drop(i, "doc.control");
                }
            }
        }
    }

    private void decide(Story story, int place, char c) {
        switch (c) {
            case '\t', '\r', '\f', 7, 0x0B, 0x0E, 0x1E, 0x1F, 0x13, 0x14, 0x15 -> {}
            case 1 -> object(place);
            case 2 -> stays(place, c, story == Story.FOOTNOTES || story == Story.ENDNOTES);
            case 3, 4 -> stays(place, c, story == Story.HEADERS);
            case 5 -> stays(place, c, story == Story.COMMENTS);
            case 8 -> stays(place, c, false);
            default -> drop(place, "doc.control");
        }
    }

    private void stays(int place, char c, boolean ofStory) {
        boolean special = SprmFilter.on(runAt(place).sprms(), SprmFilter.SPECIAL);
        if (!marks.contains(place) && !(ofStory && special)) {
            drop(place, c == 8 ? "doc.drawing" : "doc.control");
        }
    }

    private Run runAt(int place) {
        while (body.runs().get(run).to() <= place) {
            run++;
        }
        return body.runs().get(run);
    }

    private void object(int place) {
        int location = -1;
        pace.steps(4 * runAt(place).sprms().size());
        for (Sprm sprm : runAt(place).sprms()) {
            location = sprm.code() == PIC_LOCATION ? sprm.value() : location;
        }
        boolean special = SprmFilter.on(runAt(place).sprms(), SprmFilter.SPECIAL);
        boolean data = SprmFilter.on(runAt(place).sprms(), DATA);
        boolean object = SprmFilter.on(runAt(place).sprms(), OBJECT);
        if (!special || location < 0 || data || object) {
            drop(place, "doc.picture-data");
        } else {
            pictures.put(place, location);
        }
    }

    private void drop(int place, String code) {
        edit.drop(place);
        String shown = String.format(Locale.ROOT, "U+%04X", (int) body.text()[place]);
        session.found(
                Finding.of(code, Action.REMOVED, Location.ofPart("WordDocument").at(shown)));
    }
}
