/** The text of a document and what its characters, paragraphs and sections look like, from the first place to the last. */
@NullMarked
package jp.kiyome.office.doc.text;

import org.jspecify.annotations.NullMarked;
