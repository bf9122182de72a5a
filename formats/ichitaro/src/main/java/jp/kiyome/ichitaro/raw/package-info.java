/** Numbers and characters of Ichitaro's streams, and the place where findings of a stream go. */
@NullMarked
package jp.kiyome.ichitaro.raw;

import org.jspecify.annotations.NullMarked;
