@NullMarked
package jp.kiyome.pdf.font;

import org.jspecify.annotations.NullMarked;
