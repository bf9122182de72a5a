package jp.kiyome.office.escher;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordFilter;
import jp.kiyome.office.record.RecordHost;
import jp.kiyome.office.record.RecordTable;

/** Reads what drawings share: the table of pictures and the properties of new shapes. Not thread-safe. */
record GroupReader(Budget budget, DrawingHost host, PictureStore pictures) implements RecordHost {

    private static final int PROPERTIES = 0xF00B;

    /** The properties that stay; pictures are in their store afterwards. */
    List<Record> read(RawRecord raw, RecordTable table) {
        raw.children(budget).stream()
                .filter(child -> child.type() == PictureStore.TABLE)
                .findFirst()
                .ifPresent(pictures::read);
        Optional<Record> kept = new RecordFilter(table, this).one(raw, List.of("OfficeArtDggContainer"));
        return kept.map(record -> ((Record.Container) record).children()).orElse(List.of()).stream()
                .sorted(java.util.Comparator.comparingInt(record -> record.type() == PROPERTIES ? 0 : 1))
                .toList();
    }

    @Override
    public void found(String code, Action action, String record, String detail) {
        host.found(code, action, record, detail);
    }

    @Override
    public Optional<Record> coded(String codec, RawRecord raw, RecordFilter filter) {
        return codec.equals("properties") ? Properties.copy(raw, host, pictures) : Optional.empty();
    }
}
