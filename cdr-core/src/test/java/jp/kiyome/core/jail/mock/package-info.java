/** A format whose files are scripts of misbehaviour. */
@NullMarked
package jp.kiyome.core.jail.mock;

import org.jspecify.annotations.NullMarked;
