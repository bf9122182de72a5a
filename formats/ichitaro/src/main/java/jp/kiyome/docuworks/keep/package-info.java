/** What of a document is carried over, and the pictures in it. */
@NullMarked
package jp.kiyome.docuworks.keep;

import org.jspecify.annotations.NullMarked;
