@NullMarked
package jp.kiyome.pdf.keep;

import org.jspecify.annotations.NullMarked;
