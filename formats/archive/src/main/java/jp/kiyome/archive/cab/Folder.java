package jp.kiyome.archive.cab;

import java.util.List;

/**
 * Bytes packed together, of which each file is a part.
 *
 * @param size bytes unpacked
 */
record Folder(Packing packing, List<DataBlock> blocks, long size) {}
