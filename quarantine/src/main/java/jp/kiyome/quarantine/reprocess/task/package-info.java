/** What a run of reprocessing has to do, item by item, and what each came to. */
@NullMarked
package jp.kiyome.quarantine.reprocess.task;

import org.jspecify.annotations.NullMarked;
