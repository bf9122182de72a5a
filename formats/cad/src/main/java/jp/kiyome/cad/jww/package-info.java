/** JWW, the drawings of Jw_cad: read by a table of fields, written anew as the archive that Jw_cad itself would write. */
@NullMarked
package jp.kiyome.cad.jww;

import org.jspecify.annotations.NullMarked;
