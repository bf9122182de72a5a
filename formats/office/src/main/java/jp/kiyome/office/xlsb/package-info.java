/**
 * The binary parts of xlsb workbooks: read record by record, judged by the fields that {@code records.allow} lists, and written anew.
 * The package around them is the business of {@code jp.kiyome.office.ooxml}.
 *
 * <p>Source: [MS-XLSB], cited with its sections.
 */
@NullMarked
package jp.kiyome.office.xlsb;

import org.jspecify.annotations.NullMarked;
