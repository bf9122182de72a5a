@NullMarked
package jp.kiyome.pdf.cos;

import org.jspecify.annotations.NullMarked;
