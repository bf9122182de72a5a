/** What refers to what in a drawing: references are closed, expansion is bounded. */
@NullMarked
package jp.kiyome.cad.dxf.graph;

import org.jspecify.annotations.NullMarked;
