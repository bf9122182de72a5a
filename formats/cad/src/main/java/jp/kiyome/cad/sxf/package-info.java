/** SXF, the drawings of Japanese public works: SFC with its features in comments, and P21 with entities of AP202. */
@NullMarked
package jp.kiyome.cad.sxf;

import org.jspecify.annotations.NullMarked;
