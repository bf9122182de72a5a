/** Drawings of CAD programs: harmless ones, hostile ones, and places that no reader shows. */
@NullMarked
package jp.kiyome.testcorpus.cad;

import org.jspecify.annotations.NullMarked;
