/** What was noticed in a file: kinds with their Japanese and English texts, places, counts, and refusals. */
@NullMarked
package jp.kiyome.core.finding;

import org.jspecify.annotations.NullMarked;
