/** The way of a file: detect, resolve policy, rebuild, verify, report. */
@NullMarked
package jp.kiyome.core.engine;

import org.jspecify.annotations.NullMarked;
