/** What processes tell of themselves, so that others can see whether they work. */
@NullMarked
package jp.kiyome.quarantine.heartbeat;

import org.jspecify.annotations.NullMarked;
