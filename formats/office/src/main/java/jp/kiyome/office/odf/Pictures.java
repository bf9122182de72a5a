package jp.kiyome.office.odf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.picture.BlankPicture;

/** Pictures of a document on their way through the engine. Not thread-safe. */
final class Pictures {

    private static final Set<String> TYPES =
            Set.of("png", "jpeg", "gif", "bmp", "tiff", "webp", "emf", "emz", "wmf", "wmz", "svg");

    private final Session session;

    Pictures(Session session) {
        this.session = session;
    }

    /** The picture rebuilt, or a blank one where it cannot be. */
    Nested.Clean rebuilt(String name, Content content) {
        return ifRebuilt(name, content).orElseGet(() -> {
            session.found(Finding.of("content.picture-replaced", Action.REPLACED, Location.ofPart(name)));
            return ifRebuilt("blank.png", BlankPicture.png())
                    .orElseThrow(() -> new IllegalStateException("no handler rebuilds a blank PNG"));
        });
    }

    /** The picture rebuilt; empty where it cannot be. */
    Optional<Nested.Clean> ifRebuilt(String name, Content content) {
        return switch (session.child(name, content, TYPES)) {
            case Nested.Clean clean -> Optional.of(clean);
            case Nested.Refused refused -> Optional.empty();
        };
    }

    /** The pictures of a package, by the members that they came from. */
    static final class OfPackage {

        /**
         * A picture in the output.
         *
         * @param name of the member
         * @param address as the document that shows it calls it
         */
        record Placed(String name, String address, Nested.Clean picture) {}

        private final OdfPackage source;
        private final Pictures pictures;
        private final Map<String, Optional<Placed>> byMember = new LinkedHashMap<>();
        private int count;

        OfPackage(OdfPackage source) {
            this.source = source;
            this.pictures = new Pictures(source.session());
        }

        /**
         * Rebuilds a picture, once for each folder.
         *
         * @param folder of the document that shows it, in the output; programs look for pictures there only
         * @param replacement whether it only stands for an object that is carried, which draws itself
         * @return empty where a replacement cannot be rebuilt
         */
        Optional<Placed> place(ZipMember member, String folder, boolean replacement) {
            String key = folder + "|" + member.name();
            Optional<Placed> known = byMember.get(key);
            if (known != null) {
                return known;
            }
            Content content = source.content(member);
            Optional<Nested.Clean> picture = replacement
                    ? pictures.ifRebuilt(member.name(), content)
                    : Optional.of(pictures.rebuilt(member.name(), content));
            Optional<Placed> placed = picture.map(clean -> placed(clean, folder));
            byMember.put(key, placed);
            return placed;
        }

        private Placed placed(Nested.Clean clean, String folder) {
            String address =
                    "Pictures/" + ++count + "." + clean.type().extensions().getFirst();
            return new Placed(folder + address, address, clean);
        }

        /** All of them, in the order in which they were named first. */
        Iterable<Placed> placed() {
            return byMember.values().stream().flatMap(Optional::stream).toList();
        }
    }
}
