/** Asks all sources and decides by the policy what is done. */
@NullMarked
package jp.kiyome.bridge.asking;

import org.jspecify.annotations.NullMarked;
