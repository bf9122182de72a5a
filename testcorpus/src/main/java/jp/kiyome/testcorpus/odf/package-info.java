/** OpenDocument files: harmless ones, hostile ones, and places that no reader shows. */
@NullMarked
package jp.kiyome.testcorpus.odf;

import org.jspecify.annotations.NullMarked;
