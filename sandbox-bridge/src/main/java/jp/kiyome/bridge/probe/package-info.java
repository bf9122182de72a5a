/** Harmless samples that every scanner must speak up about, to find out whether it does. */
@NullMarked
package jp.kiyome.bridge.probe;

import org.jspecify.annotations.NullMarked;
