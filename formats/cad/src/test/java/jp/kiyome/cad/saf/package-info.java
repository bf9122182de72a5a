/** Tests of attribute files of SXF. */
@NullMarked
package jp.kiyome.cad.saf;

import org.jspecify.annotations.NullMarked;
