@NullMarked
package jp.kiyome.pdf.crypt;

import org.jspecify.annotations.NullMarked;
