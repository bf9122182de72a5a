@NullMarked
package jp.kiyome.text.css;

import org.jspecify.annotations.NullMarked;
