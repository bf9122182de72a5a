package jp.kiyome.message.keep;

import java.util.IdentityHashMap;
import java.util.function.Function;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.message.child.PageAddress;
import jp.kiyome.message.child.Pictures;
import jp.kiyome.message.mime.MimePart;

/**
 * Keeps the pictures of a message before its pages, so that a page names none that does not come out. Not thread-safe.
 */
final class Shown {

    private static final PageAddress NOWHERE = new PageAddress("");

    private final Pictures pictures = new Pictures();
    private final IdentityHashMap<MimePart, Draft> kept = new IdentityHashMap<>();
    private final IdentityHashMap<MimePart, PageAddress> bases = new IdentityHashMap<>();

    /** Goes through a message for pictures; what is encrypted is left alone. */
    void gather(MimePart whole, Function<MimePart, Draft> keep) {
        gather(whole, NOWHERE, keep);
    }

    private void gather(MimePart part, PageAddress outer, Function<MimePart, Draft> keep) {
        PageAddress base = base(part, outer);
        switch (part) {
            case MimePart.Multipart multipart -> {
                if (!multipart.type().subtype().equals("encrypted")) {
                    multipart.parts().forEach(inner -> gather(inner, base, keep));
                }
            }
            case MimePart.Leaf leaf -> {
                bases.put(leaf, base);
                if (PartHeader.mayBeShown(leaf)) {
                    Draft draft = keep.apply(leaf);
                    kept.put(leaf, draft);
                    draft.picture().ifPresent(id -> add(leaf, id, base, outer));
                }
            }
        }
    }

    private void add(MimePart.Leaf leaf, String id, PageAddress own, PageAddress outer) {
        pictures.add(id);
        // A part's address may be told from that of what is around it (RFC 2557 §5).
        leaf.header().first("content-location").ifPresent(location -> {
            pictures.add(id, new PageAddress(location.value()));
            pictures.add(id, outer.resolve(location.value()));
            pictures.add(id, own);
        });
    }

    /** Where references begin on a part: at its base, its own address, or what is around it. */
    private static PageAddress base(MimePart part, PageAddress outer) {
        return part.header()
                .first("content-base")
                .or(() -> part.header().first("content-location"))
                .map(field -> outer.resolve(field.value()))
                .orElse(outer);
    }

    /** Whether a part was kept already. */
    boolean has(MimePart part) {
        return kept.containsKey(part);
    }

    Draft draft(MimePart part) {
        Draft draft = kept.get(part);
        if (draft == null) {
            throw new IllegalStateException("no picture: " + part.path());
        }
        return draft;
    }

    Surroundings around(MimePart page) {
        return pictures.around(bases.getOrDefault(page, NOWHERE));
    }
}
