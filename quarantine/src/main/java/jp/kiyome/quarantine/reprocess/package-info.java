/** Processing items again: what a caller starts and watches. */
@NullMarked
package jp.kiyome.quarantine.reprocess;

import org.jspecify.annotations.NullMarked;
