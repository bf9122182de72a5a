package jp.kiyome.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something was found: the part (a member, a page, an object) and the place inside it.
 *
 * @param part the part's name as the file has it; empty for the file as a whole
 * @param place the element, record or field inside the part; empty for the part as a whole
 */
public record Location(Untrusted part, Untrusted place) {

    private static final Location WHOLE = new Location(Untrusted.nothing(), Untrusted.nothing());

    public static Location wholeFile() {
        return WHOLE;
    }

    public static Location ofPart(String part) {
        return new Location(Untrusted.of(part), Untrusted.nothing());
    }

    public Location at(String place) {
        return new Location(part, Untrusted.of(place));
    }

    @Override
    public String toString() {
        if (place.isEmpty()) {
            return part.toString();
        }
        return part.isEmpty() ? place.toString() : part + "#" + place;
    }

    // Written out: the equals and hashCode of a record link call sites anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Location that && part.equals(that.part) && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return 31 * part.hashCode() + place.hashCode();
    }
}
