@NullMarked
package jp.kiyome.text.csv;

import org.jspecify.annotations.NullMarked;
