/** File types and what detection says of a file. */
@NullMarked
package jp.kiyome.core.type;

import org.jspecify.annotations.NullMarked;
