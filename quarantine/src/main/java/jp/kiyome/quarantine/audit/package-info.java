/** The audit trail: records that are only ever added, each with the hash of the one before it. */
@NullMarked
package jp.kiyome.quarantine.audit;

import org.jspecify.annotations.NullMarked;
