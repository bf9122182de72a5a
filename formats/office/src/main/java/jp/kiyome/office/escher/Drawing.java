package jp.kiyome.office.escher;

import jp.kiyome.office.record.Record;

/**
 * One drawing as it will be written, but for the numbers of its shapes and pictures. Made and numbered by a {@link DrawingSet}.
 *
 * @param index which of the set's drawings it is, in the order they were read
 */
public record Drawing(int index, Record.Container shapes) {}
