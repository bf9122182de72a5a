package jp.kiyome.cad.dxf.rules;

/** Where in a drawing a record stands; the same name may mean different things. */
public enum RecordKind {
    /** Of the HEADER section: a name behind group code 9. */
    VARIABLE,
    /** The head of a symbol table, or an entry of one. */
    TABLE,
    /** In BLOCKS and ENTITIES; a block and its end stand here too. */
    ENTITY,
    /** In OBJECTS. */
    OBJECT
}
