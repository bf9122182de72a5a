/** The program that a worker runs: parses what it is given, one file at a time, and claims what it made of it. */
@NullMarked
package jp.kiyome.core.jail.worker;

import org.jspecify.annotations.NullMarked;
