/** The workers: how many, whose turn it is, what becomes of those that fail, and the check of what they say. */
@NullMarked
package jp.kiyome.core.jail.pool;

import org.jspecify.annotations.NullMarked;
