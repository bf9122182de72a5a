/** Tests of drawings of the binary formats. */
@NullMarked
package jp.kiyome.office.escher;

import org.jspecify.annotations.NullMarked;
