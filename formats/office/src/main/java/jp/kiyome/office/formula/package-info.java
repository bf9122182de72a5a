/**
 * Spreadsheet formulas as files hold them (ECMA-376-1 §18.17, [MS-XLSX] 2.2.2): read with a grammar, judged, written anew.
 *
 * <p>{@link jp.kiyome.office.formula.FormulaGrammar} is the way in. Which functions a formula may call stands in
 * {@code functions.allow}.
 */
@NullMarked
package jp.kiyome.office.formula;

import org.jspecify.annotations.NullMarked;
