package jp.kiyome.office.ppt;

import java.util.Optional;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.record.Record;

/**
 * A master, slide, page of notes or handout that stays.
 *
 * @param number of the object, as it came
 * @param drawing what is on it; where it stands there is an empty DrawingContainer in the record
 */
record Page(int number, Record.Container record, Optional<Drawing> drawing) {}
