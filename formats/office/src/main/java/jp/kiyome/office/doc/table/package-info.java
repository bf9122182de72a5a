/** What the table stream holds beside text: fonts, styles, lists and the settings of a document. */
@NullMarked
package jp.kiyome.office.doc.table;

import org.jspecify.annotations.NullMarked;
