/** Office documents. */
@NullMarked
package jp.kiyome.office;

import org.jspecify.annotations.NullMarked;
