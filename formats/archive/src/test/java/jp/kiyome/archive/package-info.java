@NullMarked
package jp.kiyome.archive;

import org.jspecify.annotations.NullMarked;
