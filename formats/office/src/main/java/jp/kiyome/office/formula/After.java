package jp.kiyome.office.formula;

/** What may follow the part of a formula that was just read. */
enum After {
    /** Something that has a value: a formula does not end here. */
    OPERAND_WANTED,
    /** Operators of values. */
    VALUE,
    /** These and the operators of references: range, intersection, union, spill. */
    REFERENCE,
    /** As after a reference, and arguments for what may be a lambda. */
    LAMBDA
}
