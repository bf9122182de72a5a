@NullMarked
package jp.kiyome.archive.cab;

import org.jspecify.annotations.NullMarked;
