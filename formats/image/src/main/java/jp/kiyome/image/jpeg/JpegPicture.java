package jp.kiyome.image.jpeg;

import java.util.List;
import jp.kiyome.image.exif.Orientation;
import jp.kiyome.image.icc.IccProfile;

/**
 * A JPEG file taken apart: everything the writer needs but the coefficients, which lie in the scans.
 *
 * @param quantTables the table of each component of the frame
 * @param jfif whether a JFIF segment is to be written for the density's sake alone or for the colours'
 */
record JpegPicture(
        Frame frame,
        List<QuantTable> quantTables,
        List<Scan> scans,
        ColourModel colours,
        boolean jfif,
        Density density,
        Orientation orientation,
        IccProfile profile) {}
