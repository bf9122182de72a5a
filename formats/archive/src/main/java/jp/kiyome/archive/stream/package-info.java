/** Streams that compare, count or limit. */
@NullMarked
package jp.kiyome.archive.stream;

import org.jspecify.annotations.NullMarked;
