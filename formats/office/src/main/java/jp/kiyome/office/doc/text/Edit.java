package jp.kiyome.office.doc.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What goes from a text and what is put in, decided place by place and done at once; afterwards it knows where each place has gone.
 * Not thread-safe.
 */
public final class Edit {

    private final Body body;
    private final BitSet dropped = new BitSet();
    private final NavigableMap<Integer, String> inserted = new TreeMap<>();
    private int[] places = new int[0];
    private char[] edited = new char[0];
    private int used;
    private int nextInserted;

    public Edit(Body body) {
        this.body = body;
    }

    public void drop(int place) {
        dropped.set(place);
    }

    /** All but marks of paragraphs, cells and sections, which hold the text together. */
    public void dropWords(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = body.text()[i];
            if (c != '\r' && c != 7 && c != '\f') {
                dropped.set(i);
            }
        }
    }

    public void dropAll(int from, int to) {
        dropped.set(from, to);
    }

    public boolean isDropped(int place) {
        return dropped.get(place);
    }

    /** Text in front of a place, looking as what stands there. */
    public void insert(int place, String text) {
        inserted.merge(place, text, String::concat);
    }

    /** Where a place has gone: where what stood there begins, or what follows it. */
    public int map(int place) {
        return places[Math.max(0, Math.min(place, places.length - 1))];
    }

    /** The text that remains. */
    public Body apply() {
        Lengths before = body.lengths();
        EnumMap<Story, Integer> after = new EnumMap<>(Story.class);
        int more = inserted.values().stream().mapToInt(String::length).sum();
        edited = new char[body.text().length + more + 1];
        places = new int[body.text().length + 1];
        nextInserted = inserted.isEmpty() ? Integer.MAX_VALUE : inserted.firstKey();
        for (Story story : Story.values()) {
            int start = used;
            copy(before.start(story), before.end(story));
            after.put(story, used - start);
        }
        Lengths lengths = new Lengths(after);
        for (int i = before.end(Story.HEADER_BOXES); i < body.text().length; i++) {
            places[i] = used;
            if (lengths.total() > used) {
                edited[used++] = '\r';
            } else {
                dropped.set(i);
            }
        }
        places[body.text().length] = used;
        return new Body(Arrays.copyOf(edited, used), lengths, runs(), paragraphs());
    }

    private void copy(int from, int to) {
        int place = from;
        while (place < to) {
            int special = Math.min(nextInserted, nextDropped(place));
            for (int end = Math.min(to, special); place < end; place++) {
                places[place] = used;
                edited[used++] = body.text()[place];
            }
            if (place < to) {
                changed(place++);
            }
        }
    }

    private int nextDropped(int from) {
        int next = dropped.nextSetBit(from);
        return next < 0 ? Integer.MAX_VALUE : next;
    }

    private void changed(int place) {
        places[place] = used;
        if (place == nextInserted) {
            String text = inserted.getOrDefault(place, "");
            text.getChars(0, text.length(), edited, used);
            used += text.length();
            Integer next = inserted.higherKey(place);
            nextInserted = next == null ? Integer.MAX_VALUE : next;
        }
        if (!dropped.get(place)) {
            edited[used++] = body.text()[place];
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>(body.runs().size());
        int last = 0;
        for (Run run : body.runs()) {
            int to = places[run.to()];
            if (to > last) {
                if (!runs.isEmpty() && runs.getLast().sprms().equals(run.sprms())) {
                    runs.removeLast();
                }
                runs.add(new Run(to, run.sprms()));
                last = to;
            }
        }
        return runs;
    }

    /** One whose mark went runs on into the next. */
    private List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>(body.paragraphs().size());
        for (Paragraph paragraph : body.paragraphs()) {
            int to = places[paragraph.to()];
            boolean marked = !dropped.get(paragraph.to() - 1);
            if (marked && (paragraphs.isEmpty() || to > paragraphs.getLast().to())) {
                paragraphs.add(new Paragraph(to, paragraph.style(), paragraph.sprms()));
            }
        }
        return paragraphs;
    }
}
