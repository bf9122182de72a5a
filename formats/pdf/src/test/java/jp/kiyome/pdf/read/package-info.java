@NullMarked
package jp.kiyome.pdf.read;

import org.jspecify.annotations.NullMarked;
