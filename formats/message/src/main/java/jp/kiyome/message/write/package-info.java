/** Builds messages: one way to write each thing, seven bits, CRLF, short lines, boundaries that stand nowhere else. */
@NullMarked
package jp.kiyome.message.write;

import org.jspecify.annotations.NullMarked;
