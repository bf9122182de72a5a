/** Content streams (ISO 32000-2, 7.8.2) taken apart to operators and written anew. */
@NullMarked
package jp.kiyome.pdf.content;

import org.jspecify.annotations.NullMarked;
