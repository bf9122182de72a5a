/** Drawings of CAD programs; each format has a package of its own below this one. */
@NullMarked
package jp.kiyome.cad;

import org.jspecify.annotations.NullMarked;
