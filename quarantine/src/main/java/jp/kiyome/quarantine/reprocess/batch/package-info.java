/** A run as a job of Spring Batch: its steps, its parts, its repository. Nothing else here knows Spring Batch. */
@NullMarked
package jp.kiyome.quarantine.reprocess.batch;

import org.jspecify.annotations.NullMarked;
