/** Generators of SVG, EMF and WMF pictures: benign ones, hostile ones, and ones with a token where no viewer shows it. */
@NullMarked
package jp.kiyome.testcorpus.drawing;

import org.jspecify.annotations.NullMarked;
