/**
 * What is said between the process that asks and a worker: records in length-prefixed frames. Whoever receives checks every
 * length, count and number; nothing here runs code that a sender names.
 */
@NullMarked
package jp.kiyome.core.jail.wire;

import org.jspecify.annotations.NullMarked;
