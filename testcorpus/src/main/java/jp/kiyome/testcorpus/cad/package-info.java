/** Drawings of CAD programs: harmless ones, hostile ones, and places that no reader shows. */
/** Drawings of CAD programs, benign and hostile, and readers of them that share no code with any handler. */
@NullMarked
package jp.kiyome.testcorpus.cad;

import org.jspecify.annotations.NullMarked;
