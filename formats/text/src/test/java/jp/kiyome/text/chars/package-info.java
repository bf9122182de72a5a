@NullMarked
package jp.kiyome.text.chars;

import org.jspecify.annotations.NullMarked;
