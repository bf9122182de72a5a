package jp.kiyome.container.xml;

/** Lets the format decide about single elements, after the allow-list has. */
public interface ElementHook {

    /** The hook that keeps every element. */
    static ElementHook none() {
        return KeepEverything.HOOK;
    }

    /**
     * The rules have gone over the attributes; nothing is written yet. The hook may take attributes out.
     *
     * @return what becomes of the element
     */
    Fate start(XmlName name, Attributes attributes);

    /** Everything in the element has been written; called only when it was kept. */
    default void end(XmlName name) {}

    /** What becomes of an element. */
    sealed interface Fate {
        static Fate keep() {
            return KeepEverything.FATE;
        }

        static Fate unwrap() {
            return KeepEverything.UNWRAP;
        }

        static Fate drop(String code) {
            return new Drop(code);
        }

        record Keep() implements Fate {}

        /** It goes, and what is inside stays. */
        record Unwrap() implements Fate {}

        /**
         * It goes with everything inside, and an element that the format made takes its place; that is filtered like any
         * other. Nothing is reported when the code is empty.
         *
         * @param fragment one element with its namespace declarations
         */
        record Replace(String code, String fragment) implements Fate {}

        /** It goes with everything inside, under this kind of finding; nothing is reported when empty. */
        record Drop(String code) implements Fate {}
    }
}
