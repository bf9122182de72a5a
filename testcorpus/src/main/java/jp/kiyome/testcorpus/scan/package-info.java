/**
 * An independent look at an output: unpacks every layer with the JDK's own readers and reports what must not be there. Shares
 * no code with the formats.
 */
@NullMarked
package jp.kiyome.testcorpus.scan;

import org.jspecify.annotations.NullMarked;
