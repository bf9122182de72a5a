package jp.kiyome.office.xlsb;

/** Something that has begun and not ended yet. Not thread-safe. */
final class Frame {

    private final String name;
    private final Place place;
    private final int begun;
    private final int data;
    private final int references;
    private int inside;
    private boolean spoiled;

    /**
     * @param name of the record that began it
     * @param begun where in the output the record that began it stands
     * @param data where its data do
     * @param references how many relationships were kept before
     */
    Frame(String name, Place place, int begun, int data, int references) {
        this.name = name;
        this.place = place;
        this.begun = begun;
        this.data = data;
        this.references = references;
    }

    String name() {
        return name;
    }

    Place place() {
        return place;
    }

    int begun() {
        return begun;
    }

    int references() {
        return references;
    }

    /** Where its data say how many stand inside. */
    int countAt() {
        return data + place.count();
    }

    int inside() {
        return inside;
    }

    void add() {
        inside++;
    }

    void spoil() {
        spoiled = place.whole();
    }

    boolean goes() {
        return spoiled || place.optional() && inside == 0;
    }

    boolean spoiled() {
        return spoiled;
    }

    /** Whether its beginning may still change, so that it must stay at hand. */
    boolean held() {
        return place.optional() || place.whole() || place.count() >= 0;
    }
}
