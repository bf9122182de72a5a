@NullMarked
package jp.kiyome.container.lh5;

import org.jspecify.annotations.NullMarked;
