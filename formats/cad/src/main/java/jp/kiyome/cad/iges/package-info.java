/** IGES 5.3 in its fixed form of 80 columns, at the level of its records. */
@NullMarked
package jp.kiyome.cad.iges;

import org.jspecify.annotations.NullMarked;
