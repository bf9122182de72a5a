/** Where files come from and where outputs go: never over an input, never half, never outside. */
@NullMarked
package jp.kiyome.app.files;

import org.jspecify.annotations.NullMarked;
