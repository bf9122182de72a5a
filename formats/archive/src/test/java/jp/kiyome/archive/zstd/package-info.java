@NullMarked
package jp.kiyome.archive.zstd;

import org.jspecify.annotations.NullMarked;
