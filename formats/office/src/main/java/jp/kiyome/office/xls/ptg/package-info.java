/**
 * Formulas of Excel 97 to 2003, token by token: read, judged and written anew.
 *
 * <p>Source: [MS-XLS] 2.5.198, cited with its sections.
 */
@NullMarked
package jp.kiyome.office.xls.ptg;

import org.jspecify.annotations.NullMarked;
