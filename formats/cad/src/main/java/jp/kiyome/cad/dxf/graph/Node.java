package jp.kiyome.cad.dxf.graph;

/**
 * What the graph knows of one record.
 *
 * @param handle 0 where it has none
 * @param parent the record without which it means nothing, by index: the block around it, the polyline of a vertex; -1 for none
 * @param object whether it stays only where something refers to it
 * @param needs handles without which it goes
 * @param keeps handles of records that stay for it
 * @param block the block that it inserts, in lower case; empty for none
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Node(long handle, int parent, boolean object, long[] needs, long[] keeps, String block) {}
