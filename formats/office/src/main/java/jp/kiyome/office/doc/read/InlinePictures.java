package jp.kiyome.office.doc.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.text.Edit;

/** Pictures that stand in the text ([MS-DOC] 2.9.190, PICFAndOfficeArtData). */
record InlinePictures(byte[] data, Session session) {

    /**
     * Rebuilds each once; a place whose picture cannot stay loses its character.
     *
     * @param locations offsets in the stream Data, by place
     */
    Map<Integer, byte[]> rebuilt(Map<Integer, Integer> locations, Edit edit) {
        Map<Integer, Optional<byte[]>> known = new HashMap<>();
        Map<Integer, byte[]> pictures = new TreeMap<>();
        locations.forEach((place, location) -> {
            if (!edit.isDropped(place)) {
                known.computeIfAbsent(location, at -> Optional.empty())
                        .ifPresentOrElse(picture -> pictures.put(place, picture), () -> edit.drop(place));
            }
        });
        return pictures;
    }
}
