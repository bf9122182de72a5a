/** From the model of a document to its streams. Nothing here has seen the input. */
@NullMarked
package jp.kiyome.office.doc.write;

import org.jspecify.annotations.NullMarked;
