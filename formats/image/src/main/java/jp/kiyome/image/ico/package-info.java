/** ICO and CUR: a directory of small pictures, each rebuilt by its own kind. */
@NullMarked
package jp.kiyome.image.ico;

import org.jspecify.annotations.NullMarked;
