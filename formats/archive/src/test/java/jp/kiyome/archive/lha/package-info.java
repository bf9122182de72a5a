@NullMarked
package jp.kiyome.archive.lha;

import org.jspecify.annotations.NullMarked;
