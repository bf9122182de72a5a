package jp.kiyome.ichitaro.file;

import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.ichitaro.part.EmptyMacros;
import jp.kiyome.ichitaro.part.SegmentTable;
import jp.kiyome.ichitaro.raw.Notes;

/**
 * Looks whether the storages of macros are the empty ones. They are never carried over.
 *
 * @param notes takes what is in them
 */
record MacroCheck(Streams streams, Notes notes) {

    void check(CompoundStorage macros) {
        look(macros, EmptyMacros.MACROS);
    }

    /** @param inside the one storage that may stand here; empty for the innermost */
    private void look(CompoundStorage storage, String inside) {
        for (CompoundEntry entry : storage.entries()) {
            switch (entry) {
                case CompoundStorage inner
                when inner.name().equals(inside) ->
                    look(inner, inside.equals(EmptyMacros.MACROS) ? EmptyMacros.BASE : "");
                case CompoundStorage other -> found(other);
                case CompoundStream list
                when list.name().equals(SegmentTable.NAME) ->
                    ListCheck.check(streams.read(list, notes), storage, true, notes.in(list.name()));
                case CompoundStream stream -> {
                    boolean innermost = inside.isEmpty();
                    if (!innermost || !EmptyMacros.isEmpty(stream.name(), streams.read(stream, notes))) {
                        found(stream);
                    }
                }
            }
        }
    }

    private void found(CompoundEntry entry) {
        notes.removed("ichitaro.macro", entry.name());
    }
}
