package jp.kiyome.ichitaro.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.ichitaro.part.EmptyMacros;
import jp.kiyome.ichitaro.part.Neutral;
import jp.kiyome.ichitaro.part.SegmentTable;
import jp.kiyome.ichitaro.part.Summary;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.style.FontTable;
import jp.kiyome.ichitaro.style.StyleStream;
import jp.kiyome.ichitaro.text.TextStore;

/** The storage of a document, or of one of its sheets: what the list names, written anew. */
final class DocumentStorage {

    private static final String TEXT = "DocumentText";

    private final CompoundStorage storage;
    private final Streams streams;
    private final Notes notes;
    private final List<Line> lines = new ArrayList<>();

    private record Line(StreamRule rule, NewEntry entry) {}

    DocumentStorage(CompoundStorage storage, Streams streams, Notes notes) {
        this.storage = storage;
        this.streams = streams;
        this.notes = notes;
    }

    /** The entries anew, with their list. */
    List<NewEntry> rebuild(SegmentTable.Owner owner) {
        if (storage.stream(TEXT).isEmpty()) {
            throw notes.damaged("no " + TEXT);
        }
        for (CompoundEntry entry : storage.entries()) {
            Optional<StreamRule> rule = StreamRule.of(entry.name());
            if (rule.isEmpty()) {
                notes.in(entry.name()).removed("ichitaro.stream", "");
                continue;
            }
            switch (entry) {
                case CompoundStream stream -> stream(stream, rule.get());
                case CompoundStorage inner -> inner(inner, rule.get());
            }
        }
        lines.sort(Comparator.comparingInt(line -> line.rule().order()));
        List<NewEntry> entries = new ArrayList<>(lines.stream().map(Line::entry).toList());
        entries.add(SegmentTable.of(
                owner,
                lines.stream()
                        .map(line ->
                                new SegmentTable.Line(line.entry(), line.rule().kind()))
                        .toList()));
        return entries;
    }

    private void stream(CompoundStream stream, StreamRule rule) {
        Notes here = notes.in(stream.name());
        switch (rule.becomes()) {
            case "view-styles" -> orNone(stream, rule, here, StyleStream.VIEW::rebuild);
            case "edit-styles" -> orNone(stream, rule, here, StyleStream.EDIT::rebuild);
            case "fonts" -> orNone(stream, rule, here, FontTable::rebuild);
            case "neutral" -> keep(rule, Neutral.instead(rule.name(), streams.read(stream, here), here));
            case "summary" -> lines.add(new Line(rule, Summary.rebuild(streams.read(stream, here), here)));
            case "text" -> keep(rule, TextStore.rebuild(streams.read(stream, here), more(), here));
            case "beside" -> orNone(stream, rule, here, (bytes, its) -> TextStore.rebuild(bytes, new int[0], its));
            case "frame-text" -> here.replaced("ichitaro.frame-text", "");
            case "list" ->
                ListCheck.check(streams.read(stream, here), storage, rule.name().equals(SegmentTable.NAME), here);
            case "macros", "sheets" -> here.removed("ichitaro.stream", "");
            default -> here.removed(rule.becomes(), "");
        }
    }

    /** A stream beside the text that cannot be read goes as a whole: documents of other versions have other ones. */
    private void orNone(CompoundStream stream, StreamRule rule, Notes here, BiFunction<byte[], Notes, byte[]> rebuild) {
        byte[] bytes = streams.read(stream, here);
        try {
            keep(rule, rebuild.apply(bytes, here));
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal notReadable) {
            here.removed("ichitaro.not-readable", "");
        }
    }

    private void keep(StreamRule rule, byte[] bytes) {
        lines.add(new Line(rule, new NewEntry.Stream(rule.name(), HeapContent.of(bytes))));
    }

    /** Text of frames, which go: it follows the text of the document. */
    private int[] more() {
        Notes here = notes.in("LayoutBoxText");
        Optional<byte[]> frames = storage.stream("LayoutBoxText").map(stream -> streams.read(stream, here));
        try {
            return frames.map(bytes -> TextStore.characters(bytes, here)).orElse(new int[0]);
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal notReadable) {
            here.removed("ichitaro.not-readable", "");
            return new int[0];
        }
    }

    private void inner(CompoundStorage inner, StreamRule rule) {
        Notes here = notes.in(inner.name());
        switch (rule.becomes()) {
            case "macros" -> {
                new MacroCheck(streams, here).check(inner);
                lines.add(new Line(rule, EmptyMacros.storage()));
            }
            case "sheets" -> lines.add(new Line(rule, new SheetStorage(inner, streams, here).rebuild()));
            default -> here.removed(rule.becomes().startsWith("ichitaro.") ? rule.becomes() : "ichitaro.stream", "");
        }
    }
}
