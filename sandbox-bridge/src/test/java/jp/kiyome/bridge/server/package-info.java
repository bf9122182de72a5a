/** Servers that tests start: real ones, and stand-ins that say so in their names. */
@NullMarked
package jp.kiyome.bridge.server;

import org.jspecify.annotations.NullMarked;
