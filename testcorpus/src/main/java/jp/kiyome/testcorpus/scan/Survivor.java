package jp.kiyome.testcorpus.scan;

/**
 * Something that an output must not hold.
 *
 * @param kind why not
 * @param where the part, with the archives around it
 * @param what the element, relationship or text
 */
public record Survivor(Kind kind, String where, String what) implements Comparable<Survivor> {

    /** Why something must not be in an output. */
    public enum Kind {
        /** It acts, links out or tells. */
        VECTOR,
        /** It points at something that is not there, so that a program offers to repair the file. */
        DANGLING,
        /** Nobody wrote it on purpose: an unlisted part, a comment, a doubled id. */
        STRUCTURE
    }

    @Override
    public int compareTo(Survivor other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + where + " " + what;
    }
}
