/** Outputs that are compared instead of written, for formats that are one stream. */
@NullMarked
package jp.kiyome.office.output;

import org.jspecify.annotations.NullMarked;
