package jp.kiyome.image.png;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Judges the ancillary chunks: right kind, right place, right values, once (PNG 5.6, 11.3). Not for sharing. */
final class SmallChunks {

    private static final List<String> BEFORE_PALETTE = List.of("cICP", "iCCP", "sRGB", "gAMA", "cHRM");
    private static final List<String> AFTER_PALETTE = List.of("tRNS", "bKGD", "pHYs", "eXIf");

    private final Content content;
    private final Session session;
    private final PngHeader header;
    private final Map<String, Bytes> kept = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    SmallChunks(Content content, Session session, PngHeader header) {
        this.content = content;
        this.session = session;
        this.header = header;
    }

    void read(Chunk chunk, int paletteEntries, boolean afterImage) {
        AllowList.Entry entry = PngReader.ALLOWED.entry(chunk.type());
        if (entry.rule() != AllowList.Rule.REBUILD) {
            if (chunk.critical()) {
                throw Refused.unsupported("PNG with the unknown critical chunk " + chunk.type());
            }
            session.found(Removed.from(entry.argument(), chunk.place()));
            return;
        }
        if (!seen.add(chunk.type()) || misplaced(chunk.type(), paletteEntries, afterImage)) {
            session.found(Removed.from("image.misplaced-chunk", chunk.place()));
        } else if (chunk.type().equals("iCCP")) {
            ColourProfile.read(chunk, content, header, session)
                    .ifPresent(small -> kept.putIfAbsent(small.type(), small.data()));
        } else if (Ancillary.valid(chunk.type(), chunk.open(content), header, paletteEntries)) {
            keep(chunk);
        } else if (chunk.type().equals("eXIf")) {
            session.found(Removed.from("image.exif", chunk.place()));
        } else {
            session.found(Removed.from("image.chunk-value", chunk.place()));
        }
    }

    private void keep(Chunk chunk) {
        Bytes data = Ancillary.rebuilt(chunk.type(), chunk.open(content));
        if (data.length() != chunk.length()) {
            session.found(Removed.from("image.exif", chunk.place()));
        }
        kept.putIfAbsent(chunk.type(), data);
    }

    private static boolean misplaced(String type, int paletteEntries, boolean afterImage) {
        return (afterImage && !type.equals("eXIf")) || (BEFORE_PALETTE.contains(type) && paletteEntries > 0);
    }

    List<PngPicture.Small> beforePalette() {
        return inOrder(BEFORE_PALETTE);
    }

    List<PngPicture.Small> afterPalette() {
        return inOrder(AFTER_PALETTE);
    }

    private List<PngPicture.Small> inOrder(List<String> types) {
        return types.stream()
                .filter(kept::containsKey)
                .map(type -> new PngPicture.Small(type, kept.getOrDefault(type, Bytes.none())))
                .toList();
    }
}
