/** Walks a file from its catalogue and copies what the allow-list names. */
@NullMarked
package jp.kiyome.pdf.keep;

import org.jspecify.annotations.NullMarked;
