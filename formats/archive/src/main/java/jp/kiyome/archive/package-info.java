/**
 * Archives: the frame that is common to all formats. A format reads ({@link jp.kiyome.archive.ArchiveReader}) and writes ({@link
 * jp.kiyome.archive.ArchiveWriter}); names, judging, notices, order, times and passwords are {@link
 * jp.kiyome.archive.ArchiveRebuilder}'s.
 */
@NullMarked
package jp.kiyome.archive;

import org.jspecify.annotations.NullMarked;
