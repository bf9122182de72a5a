package jp.kiyome.office.escher;

import java.util.Optional;
import jp.kiyome.office.record.RawRecord;

/** Where a file keeps pictures that do not stand in the table itself ([MS-ODRAW] 2.2.21). */
@FunctionalInterface
public interface PictureSource {

    /** For formats that keep them all in the table. */
    PictureSource NONE = offset -> Optional.empty();

    /** The record at an offset of the delay stream; empty where there is none. */
    Optional<RawRecord> at(long offset);
}
