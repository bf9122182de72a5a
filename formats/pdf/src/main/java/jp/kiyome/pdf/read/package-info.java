/** Finds and reads the objects of a file, whatever state it is in, and settles which of several count. */
@NullMarked
package jp.kiyome.pdf.read;

import org.jspecify.annotations.NullMarked;
