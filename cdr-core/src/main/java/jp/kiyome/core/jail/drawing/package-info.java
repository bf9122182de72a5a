/** Pictures of the pages of a document, drawn by programs of the system behind walls. */
@NullMarked
package jp.kiyome.core.jail.drawing;

import org.jspecify.annotations.NullMarked;
