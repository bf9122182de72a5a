/** Rebuilds PDF files (ISO 32000-2): read to their objects, kept by an allow-list, written anew as one revision. */
@NullMarked
package jp.kiyome.pdf;

import org.jspecify.annotations.NullMarked;
