/** Tests of presentations of PowerPoint 97 to 2003. */
@NullMarked
package jp.kiyome.office.ppt;

import org.jspecify.annotations.NullMarked;
