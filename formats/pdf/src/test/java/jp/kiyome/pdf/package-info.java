@NullMarked
package jp.kiyome.pdf;

import org.jspecify.annotations.NullMarked;
