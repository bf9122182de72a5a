/** Names of files: what deceives in them, and what not every system can store. */
@NullMarked
package jp.kiyome.core.name;

import org.jspecify.annotations.NullMarked;
