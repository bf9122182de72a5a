/** SAF, the attribute files beside drawings of SXF. */
@NullMarked
package jp.kiyome.cad.saf;

import org.jspecify.annotations.NullMarked;
