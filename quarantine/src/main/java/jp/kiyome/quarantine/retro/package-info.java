/** Which delivered items sources were asked about again. */
@NullMarked
package jp.kiyome.quarantine.retro;

import org.jspecify.annotations.NullMarked;
