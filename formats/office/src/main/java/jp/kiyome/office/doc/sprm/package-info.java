/** Properties of text: single property modifiers, read and judged one by one ([MS-DOC] 2.6). */
@NullMarked
package jp.kiyome.office.doc.sprm;

import org.jspecify.annotations.NullMarked;
