@NullMarked
package jp.kiyome.pdf.content;

import org.jspecify.annotations.NullMarked;
