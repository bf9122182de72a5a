package jp.kiyome.core.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Excerpt;

/** What a file has said so far, as far as there is room in an excerpt. Not thread-safe. */
final class Said {

    private final Set<String> links;
    private final StringBuilder text = new StringBuilder();
    private String title = "";
    private boolean any;
    private boolean automatic;

    /** Of a file that nothing is around. */
    Said() {
        this(new LinkedHashSet<>());
    }

    private Said(Set<String> links) {
        this.links = links;
    }

    /** Of a file inside: its links are those of the whole. */
    Said inside() {
        return new Said(links);
    }

    void link(String address) {
        if (links.size() < Excerpt.MOST_LINKS && address.length() <= Excerpt.LONGEST_LINK) {
            links.add(address);
        }
    }

    void title(String said) {
        any = true;
        title = said;
    }

    void automatic() {
        automatic = true;
    }

    void text(String said) {
        any = true;
        text.append(said, 0, Math.min(said.length(), Excerpt.LONGEST + 1 - text.length()));
    }

    /** Empty where nothing was told. */
    Optional<Excerpt> excerpt() {
        return any || !links.isEmpty()
                ? Optional.of(Excerpt.of(title, text.toString(), links, automatic))
                : Optional.empty();
    }
}
