package jp.kiyome.office.ole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.value.Visible;

/** The two property sets of office documents ([MS-OSHARED] 2.3.3.2): one property of each may stay, everything else goes. */
final class PropertySets {

    /**
     * One of the two.
     *
     * @param kept the number of the property that may stay
     * @param names properties that name people
     * @param thumbnail the number of the picture of the first page; 0 for none
     */
    record Kind(String stream, PropertySet.Format format, int kept, List<Integer> names, int thumbnail) {}

    static final Kind SUMMARY =
            new Kind("\u0005SummaryInformation", PropertySet.Format.SUMMARY, 2, List.of(4, 8), 0x11);
    static final Kind DOCUMENT_SUMMARY = new Kind(
            "\u0005DocumentSummaryInformation", PropertySet.Format.DOCUMENT_SUMMARY, 0x1C, List.of(0xE, 0xF), 0);

    private static final PolicyOption TITLE = PolicyOption.of("document.title", "keep", "remove");
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_TITLE = 1024;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final CompoundFile file;
    private final Session session;

    PropertySets(CompoundFile file, Session session) {
        this.file = file;
        this.session = session;
    }

    static List<PolicyOption> options() {
        return List.of(TITLE);
    }

    static boolean isOne(String name) {
        return name.equalsIgnoreCase(SUMMARY.stream) || name.equalsIgnoreCase(DOCUMENT_SUMMARY.stream);
    }

    static NewEntry written(Kind kind, String value) {
        return new NewEntry.Stream(
                kind.stream, HeapContent.of(PropertySet.written(kind.format, Map.of(kind.kept, value))));
    }

    /** Reads both, and tells what goes. */
    DocumentProperties properties() {
        boolean keepsTitle = !session.policy().choice(TITLE).equals("remove");
        String title = value(SUMMARY, text -> keepsTitle && text.length() <= LONGEST_TITLE && Visible.all(text));
        return new DocumentProperties(
                title, value(DOCUMENT_SUMMARY, text -> LANGUAGE.matcher(text).matches()));
    }

    private String value(Kind kind, Predicate<String> allowed) {
        Optional<CompoundStream> stream = file.root().stream(kind.stream);
        if (stream.isEmpty()) {
            tellOther(kind);
            return "";
        }
        byte[] bytes = bytes(stream.get());
        PropertySet set = PropertySet.read(bytes);
        String value = set.text(kind.kept).filter(allowed).orElse("");
        boolean told = tell(kind, set);
        boolean same =
                !value.isEmpty() && Arrays.equals(bytes, PropertySet.written(kind.format, Map.of(kind.kept, value)));
        if (!told && !same) {
            removed("metadata.properties", kind);
        }
        return value;
    }

    private boolean tell(Kind kind, PropertySet set) {
        boolean people = kind.names.stream().anyMatch(set::has);
        boolean thumbnail = kind.thumbnail != 0 && set.has(kind.thumbnail);
        if (people) {
            removed("metadata.author", kind);
        }
        if (thumbnail) {
            removed("metadata.thumbnail", kind);
        }
        return people || thumbnail;
    }

    /** A storage of the name of a property set is none. */
    private void tellOther(Kind kind) {
        if (file.root().storage(kind.stream).isPresent()) {
            removed("ole.unknown-entry", kind);
        }
    }

    private byte[] bytes(CompoundStream stream) {
        if (stream.size() > MOST_BYTES) {
            return new byte[0];
        }
        session.budget().decode(stream.size());
        try (InputStream in = file.open(stream)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    private void removed(String code, Kind kind) {
        session.found(Finding.of(code, Action.REMOVED, Location.ofPart(kind.stream)));
    }
}
