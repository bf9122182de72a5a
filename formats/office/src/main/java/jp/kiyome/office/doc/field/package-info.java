/** Fields: found in the text, judged by the grammar that all office formats share, and numbered anew ([MS-DOC] 2.8.25). */
@NullMarked
package jp.kiyome.office.doc.field;

import org.jspecify.annotations.NullMarked;
