/** Walks pictures as their specifications lay them out and names everything that no reader needs. Shares no code with the formats. */
@NullMarked
package jp.kiyome.testcorpus.scan.picture;

import org.jspecify.annotations.NullMarked;
