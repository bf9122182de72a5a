/** The work itself: one task through the engine, and its result filed, or, in a dry run, only compared. */
@NullMarked
package jp.kiyome.quarantine.reprocess.work;

import org.jspecify.annotations.NullMarked;
