/** Drawings of CAD programs, benign and hostile, places that no reader shows, and readers that share no code with any handler. */
@NullMarked
package jp.kiyome.testcorpus.cad;

import org.jspecify.annotations.NullMarked;
