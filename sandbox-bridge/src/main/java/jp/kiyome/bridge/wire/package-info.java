/** Connections that end by a deadline, and the addresses they lead to. */
@NullMarked
package jp.kiyome.bridge.wire;

import org.jspecify.annotations.NullMarked;
