@NullMarked
package jp.kiyome.pdf.picture;

import org.jspecify.annotations.NullMarked;
