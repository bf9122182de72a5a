/** Lists of SHA-256 that an administrator keeps. */
@NullMarked
package jp.kiyome.bridge.hashlist;

import org.jspecify.annotations.NullMarked;
