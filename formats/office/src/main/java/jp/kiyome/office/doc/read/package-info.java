/** From the streams of a document to the model of what may stay. */
@NullMarked
package jp.kiyome.office.doc.read;

import org.jspecify.annotations.NullMarked;
