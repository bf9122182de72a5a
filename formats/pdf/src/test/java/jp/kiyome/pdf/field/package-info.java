@NullMarked
package jp.kiyome.pdf.field;

import org.jspecify.annotations.NullMarked;
