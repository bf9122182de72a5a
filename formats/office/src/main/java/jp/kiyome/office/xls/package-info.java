/**
 * Workbooks of Excel 97 to 2003 (BIFF8): taken apart record by record, written anew.
 *
 * <p>Source: [MS-XLS], cited with its sections.
 */
@NullMarked
package jp.kiyome.office.xls;

import org.jspecify.annotations.NullMarked;
