@NullMarked
package jp.kiyome.container.cfb;

import org.jspecify.annotations.NullMarked;
