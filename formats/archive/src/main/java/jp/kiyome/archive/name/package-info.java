/** Names of members: charsets, paths, and what may stand twice. */
@NullMarked
package jp.kiyome.archive.name;

import org.jspecify.annotations.NullMarked;
