/**
 * What EMF, EMF+ and WMF have in common: records whose layout is data ({@link jp.kiyome.image.metafile.RecordTable}), numbers that are
 * read, judged and written anew, bitmaps that go the way of BMP files.
 *
 * <p>Source: [MS-EMF], [MS-EMFPLUS], [MS-WMF].
 */
@NullMarked
package jp.kiyome.image.metafile;

import org.jspecify.annotations.NullMarked;
