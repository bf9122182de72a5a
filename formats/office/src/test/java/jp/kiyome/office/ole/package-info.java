/** Tests of the frame of compound documents. */
@NullMarked
package jp.kiyome.office.ole;

import org.jspecify.annotations.NullMarked;
