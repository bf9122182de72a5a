package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.Header;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.write.HeaderLine;

/** What is different where the message is a page that was saved with its pictures (RFC 2557). Not thread-safe. */
final class PageKeeper {

    /** Who saved it. Browsers write such a line, and it tells a page from mail. */
    private static final HeaderLine SAVED = new HeaderLine("From", "<Saved by Kiyome>");

    private static final Set<String> KEPT = Set.of("Subject", "Date");
    private static final Set<String> ROOTS = Set.of("text/html", "text/plain");

    private final Told told;

    PageKeeper(Told told) {
        this.told = told;
    }

    /** Subject and date alone: nobody sent it. */
    List<HeaderLine> fields(Header header) {
        List<HeaderLine> fields = new ArrayList<>(List.of(SAVED));
        List<HeaderLine> kept = new HeaderKeeper(told, "")
                .keep(new Header(
                        header.fields().stream().filter(f -> !f.is("from")).toList(), header.junk()));
        for (HeaderLine line : kept) {
            if (KEPT.contains(line.name())) {
                fields.add(line);
            } else {
                told.removed("message.header", "", line.name());
            }
        }
        header.all("from").stream()
                .filter(from -> !from.value().equals(SAVED.value()))
                .forEach(from -> told.removed("message.header", "", "From"));
        return fields;
    }

    /**
     * The part that is the page.
     *
     * @param parts the root first
     * @throws Refusal where it is none that is shown
     */
    static MimePart.Leaf root(List<MimePart> parts) {
        if (parts.isEmpty()
                || !(parts.getFirst() instanceof MimePart.Leaf root)
                || !ROOTS.contains(root.type().toString())) {
            throw Refusal.of("message.page", "");
        }
        return root;
    }

    /** What is not the page and no picture: frames, sheets of style, programs. */
    void lost(MimePart part) {
        told.removed("message.page-part", part.path(), part.type().toString());
    }
}
