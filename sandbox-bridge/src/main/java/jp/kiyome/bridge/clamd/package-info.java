/** Asks clamd (clamd(8), section COMMANDS) over TCP or a Unix socket. */
@NullMarked
package jp.kiyome.bridge.clamd;

import org.jspecify.annotations.NullMarked;
