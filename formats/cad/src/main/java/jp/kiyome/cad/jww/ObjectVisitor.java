package jp.kiyome.cad.jww;

/** Sees the objects of one list as they are read. */
interface ObjectVisitor {

    /** There is no object at a place of the list. */
    void nothing();

    /**
     * An object was read.
     *
     * @param values what it holds, valid during the call
     * @param record what would be written of it, valid during the call
     */
    void object(String structure, int schema, Values values, byte[] record);

    /** Who sees the objects inside the definition that was read last. */
    ObjectVisitor inside();
}
