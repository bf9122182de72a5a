/** Verdicts that are kept for a while. */
@NullMarked
package jp.kiyome.bridge.cache;

import org.jspecify.annotations.NullMarked;
