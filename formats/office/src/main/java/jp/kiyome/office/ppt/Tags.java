package jp.kiyome.office.ppt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordFilter;

/**
 * Tags that programs leave ([MS-PPT] 2.3.1, 2.3.3). Of those of PowerPoint 2000 the numbers of paragraphs stay, for they are seen, of those
 * of PowerPoint 2002 the comments; animations and everything else go, each told by what it is.
 */
record Tags(PptHost host) {

    private static final int BINARY = 5002;
    private static final int NAME = 4026;
    private static final int DATA = 5003;
    private static final int TIME_NODE = 0xF144;
    private static final int COMMENT = 12000;
    private static final String OF_2000 = "___PPT9";
    private static final String OF_2002 = "___PPT10";

    private static final Set<Integer> NUMBERS = Set.of(4012, 4013, 4014, 4016);
    private static final List<String> NUMBER_NAMES =
            List.of("StyleTextProp9Atom", "TextMasterStyle9Atom", "OutlineTextProps9Container", "TextDefaults9Atom");

    Optional<Record> read(RawRecord raw, RecordFilter filter) {
        List<Record> kept =
                filter.all(raw.children(host.budget()), List.of("ProgStringTagContainer", "ProgBinaryTagContainer"));
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Record.Container(raw.type(), 0, kept));
    }

    Optional<Record> binary(RawRecord raw, RecordFilter filter) {
        String name = "";
        Optional<RawRecord> data = Optional.empty();
        for (RawRecord child : raw.children(host.budget())) {
            if (child.type() == NAME) {
                name = new NumberReader(child.bytes()).text((int) child.body().size() / 2);
            } else if (child.type() == DATA) {
                data = Optional.of(child);
            }
        }
        if (data.isEmpty() || !name.equals(OF_2000) && !name.equals(OF_2002)) {
            gone("metadata.tag");
            return Optional.empty();
        }
        List<Record> kept = name.equals(OF_2000) ? numbers(data.get(), filter) : comments(data.get(), filter);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Record.Container(
                        BINARY,
                        0,
                        List.of(
                                new Record.Atom(0, NAME, 0, name.getBytes(StandardCharsets.UTF_16LE)),
                                new Record.Data(DATA, kept))));
    }

    private List<Record> numbers(RawRecord data, RecordFilter filter) {
        List<RawRecord> all = RawRecord.all(data.body(), host.budget());
        List<RawRecord> wanted =
                all.stream().filter(raw -> NUMBERS.contains(raw.type())).toList();
        if (wanted.size() < all.size()) {
            gone("ppt.extension");
        }
        return filter.all(wanted, NUMBER_NAMES);
    }

    private List<Record> comments(RawRecord data, RecordFilter filter) {
        List<RawRecord> comments = new ArrayList<>();
        Set<Integer> others = new HashSet<>();
        for (RawRecord raw : RawRecord.all(data.body(), host.budget())) {
            if (raw.type() == COMMENT) {
                comments.add(raw);
            } else {
                others.add(raw.type());
            }
        }
        if (others.remove(TIME_NODE)) {
            gone("ppt.animation");
        }
        if (!others.isEmpty()) {
            gone("ppt.extension");
        }
        return filter.all(comments, List.of("Comment10Container"));
    }

    private void gone(String code) {
        host.found(code, Action.REMOVED, "ProgBinaryTagContainer", "");
    }
}
