package jp.kiyome.cad.jww;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a list of drawn objects was found to hold. Not thread-safe. */
final class ListSurvey implements ObjectVisitor {

    private final Map<Long, Long> blocks = new TreeMap<>();
    private final Set<String> pictures = new TreeSet<>();
    private long others;

    @Override
    public void nothing() {
        // Nothing of it is written.
    }

    @Override
    public void object(String structure, int schema, Values values, byte[] record) {
        if (structure.equals("CDataBlock")) {
            blocks.merge(values.number("number"), 1L, Long::sum);
        } else if (!Settings.goes(structure, values)) {
            others++;
            PictureTexts.asked(values.text("content")).ifPresent(pictures::add);
        }
    }

    @Override
    public ObjectVisitor inside() {
        throw new IllegalStateException("no definition");
    }

    /** How often it places each block, by the number of the definition. */
    Map<Long, Long> blocks() {
        return blocks;
    }

    /** Keys of the pictures that its texts place. */
    Set<String> pictures() {
        return pictures;
    }

    /** Objects that stay and are no blocks. */
    long others() {
        return others;
    }
}
