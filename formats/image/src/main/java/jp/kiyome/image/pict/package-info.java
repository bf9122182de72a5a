/**
 * Pictures of QuickDraw (PICT), returned as enhanced metafiles. Source: Inside Macintosh: Imaging With QuickDraw, appendix A, "Picture
 * Opcodes".
 */
@NullMarked
package jp.kiyome.image.pict;

import org.jspecify.annotations.NullMarked;
