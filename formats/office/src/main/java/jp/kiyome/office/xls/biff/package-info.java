/**
 * The records of Excel 97 to 2003: read, judged by the fields that {@code records.allow} lists, and written anew.
 *
 * <p>Source: [MS-XLS] 2.1.4 and 2.4, cited with its sections.
 */
@NullMarked
package jp.kiyome.office.xls.biff;

import org.jspecify.annotations.NullMarked;
