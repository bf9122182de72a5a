/** Verdicts that come later: what waits for them, and how it ends. */
@NullMarked
package jp.kiyome.bridge.pending;

import org.jspecify.annotations.NullMarked;
