@NullMarked
package jp.kiyome.container.zip;

import org.jspecify.annotations.NullMarked;
