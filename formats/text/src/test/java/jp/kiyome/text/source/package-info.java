@NullMarked
package jp.kiyome.text.source;

import org.jspecify.annotations.NullMarked;
