/** What is told when something delivered turns out to be a threat. */
@NullMarked
package jp.kiyome.bridge.retro;

import org.jspecify.annotations.NullMarked;
