/** Reports as PDF files (ISO 32000-2): tagged, searchable, with the fonts that readers bring along. */
@NullMarked
package jp.kiyome.approval.print;

import org.jspecify.annotations.NullMarked;
