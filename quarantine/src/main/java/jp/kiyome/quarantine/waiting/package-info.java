/** Items that wait for somebody's verdict: kept until it is there and carried out, over restarts. */
@NullMarked
package jp.kiyome.quarantine.waiting;

import org.jspecify.annotations.NullMarked;
