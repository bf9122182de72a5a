/** The small streams of a document: lists of streams, of sheets, of properties, and those that are always the same. */
@NullMarked
package jp.kiyome.ichitaro.part;

import org.jspecify.annotations.NullMarked;
