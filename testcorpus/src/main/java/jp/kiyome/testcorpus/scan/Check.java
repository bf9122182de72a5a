package jp.kiyome.testcorpus.scan;

/** One thing that an output must satisfy. */
interface Check {

    /** Looks at one package; {@code archive} holds the bytes that {@code opc} was read from. */
    void look(Layer archive, Opc opc, Found found);

    /** Takes what a check finds. */
    interface Found {

        void add(Survivor.Kind kind, String where, String what);

        default void vector(String where, Object what) {
            add(Survivor.Kind.VECTOR, where, what.toString());
        }

        default void dangling(String where, Object what) {
            add(Survivor.Kind.DANGLING, where, what.toString());
        }

        default void structure(String where, Object what) {
            add(Survivor.Kind.STRUCTURE, where, what.toString());
        }
    }
}
