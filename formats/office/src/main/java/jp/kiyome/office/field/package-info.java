/**
 * Instructions of WordprocessingML fields (ECMA-376-1 §17.16): read with a grammar, judged, written anew.
 *
 * <p>{@link jp.kiyome.office.field.FieldGrammar} is the way in. Which fields may stay, with which arguments and switches, stands in
 * {@code fields.allow}.
 */
@NullMarked
package jp.kiyome.office.field;

import org.jspecify.annotations.NullMarked;
