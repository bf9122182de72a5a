/** The handler of all formats of archives. */
@NullMarked
package jp.kiyome.archive.handler;

import org.jspecify.annotations.NullMarked;
