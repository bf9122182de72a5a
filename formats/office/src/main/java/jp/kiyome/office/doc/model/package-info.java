/** A document that holds nothing but what may stay: what the writer sees. */
@NullMarked
package jp.kiyome.office.doc.model;

import org.jspecify.annotations.NullMarked;
