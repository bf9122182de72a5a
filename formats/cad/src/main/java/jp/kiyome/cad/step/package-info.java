/** STEP at the level of its grammar: products and shapes of AP203, AP214 and AP242. */
@NullMarked
package jp.kiyome.cad.step;

import org.jspecify.annotations.NullMarked;
