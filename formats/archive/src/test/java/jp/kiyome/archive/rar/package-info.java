@NullMarked
package jp.kiyome.archive.rar;

import org.jspecify.annotations.NullMarked;
