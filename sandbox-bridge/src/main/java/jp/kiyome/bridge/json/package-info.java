/** JSON that other programs answer with, read within bounds. */
@NullMarked
package jp.kiyome.bridge.json;

import org.jspecify.annotations.NullMarked;
