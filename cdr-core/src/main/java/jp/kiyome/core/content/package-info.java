/** Bytes: what is read ({@link jp.kiyome.core.content.Content}), where it is written ({@link jp.kiyome.core.content.Sink}), and the private directory behind both. */
@NullMarked
package jp.kiyome.core.content;

import org.jspecify.annotations.NullMarked;
