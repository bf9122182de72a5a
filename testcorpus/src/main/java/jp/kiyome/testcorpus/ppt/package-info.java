/** Presentations of PowerPoint 97 to 2003, made record by record. */
@NullMarked
package jp.kiyome.testcorpus.ppt;

import org.jspecify.annotations.NullMarked;
