/** Pictures that are compressed as a whole: SVGZ, EMZ, WMZ. */
@NullMarked
package jp.kiyome.image.gzip;

import org.jspecify.annotations.NullMarked;
