/** Where items to be processed again come from: the store, or folders of other programs. */
@NullMarked
package jp.kiyome.quarantine.reprocess.source;

import org.jspecify.annotations.NullMarked;
