package jp.kiyome.docuworks.keep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Numbers;
import jp.kiyome.docuworks.file.XdwWriter;
import jp.kiyome.docuworks.tree.Attribute;
import jp.kiyome.docuworks.tree.Node;

/** Carries over the objects and attributes that are listed, with the entries they need. One file, one thread. */
public final class TreeFilter {

    private static final int RECTANGLE = 0x803D;
    private static final int PLACEMENT = 0x1302;
    private static final int ORIGINALS = 0x1306;
    private static final int DRAWING = 7;
    private static final int THUMBNAIL = 58;
    private static final int PICTURES = 300;
    private static final int LAST_PICTURE = 400;

    /** What a rectangle that shows a drawing has. */
    private static final Set<String> OF_DRAWING = Set.of("3", "5", "61", "7");

    private final Session session;
    private final Entries entries;
    private final Drawing drawings;

    public TreeFilter(List<Content> input, Session session) {
        this.session = session;
        this.entries = new Entries(input);
        this.drawings = new Drawing(session);
    }

    /** The entry that a value refers to, unpacked by nobody: names of attributes stand there as they are. */
    public byte[] referred(byte[] reference) {
        return Drawing.bytes(entries.body(entries.referred(reference)));
    }

    /** The document anew. */
    public Node root(Node root) {
        Node kept = node(root, "").orElseThrow(() -> Refusal.of("docuworks.damaged", "no document"));
        if (entries.hasUnused()) {
            found("docuworks.unused-entry", "", Action.REMOVED);
        }
        return kept;
    }

    public List<XdwWriter.Entry> output() {
        return entries.output();
    }

    private Optional<Node> node(Node node, String path) {
        session.budget().checkTime();
        String here = path + "/" + Integer.toHexString(node.kind());
        String becomes = KindRule.of(node.kind());
        boolean drawing = becomes.equals(KindRule.DRAWING);
        if (!drawing && !becomes.equals(KindRule.KEEP)) {
            found(becomes, here, Action.REMOVED);
            return Optional.empty();
        }
        if (isHidden(node)) {
            found("docuworks.hidden", here, Action.REMOVED);
            return Optional.empty();
        }
        if (node.kind() == ORIGINALS) {
            return Optional.of(originals(node, here));
        }
        List<Attribute> attributes = attributes(node, here, drawing);
        if (drawing) {
            found(node.kind() == 0x800F ? "docuworks.ole" : "docuworks.shape", here, Action.REPLACED);
            boolean shows = attributes.stream().anyMatch(attribute -> attribute.number() == DRAWING);
            return shows ? Optional.of(new Node(RECTANGLE, attributes, List.of())) : Optional.empty();
        }
        List<Node> children = new ArrayList<>();
        for (Node child : node.children()) {
            node(child, here).ifPresent(children::add);
        }
        boolean emptied = node.kind() == PLACEMENT
                && children.isEmpty()
                && !node.children().isEmpty();
        return emptied ? Optional.empty() : Optional.of(new Node(node.kind(), attributes, children));
    }

    private static boolean isHidden(Node node) {
        return node.attributes().stream()
                .filter(attribute -> attribute.name().equals("%hidden"))
                .anyMatch(attribute -> Numbers.items(attribute.value())
                        .filter(items -> items.size() == 1 && Arrays.equals(items.getFirst(), new byte[] {0}))
                        .isEmpty());
    }

    private Node originals(Node node, String here) {
        if (!node.attributes().isEmpty() || !node.children().isEmpty()) {
            found("docuworks.attachment", here, Action.REMOVED);
        }
        return new Node(node.kind(), List.of(), List.of());
    }

    private List<Attribute> attributes(Node node, String here, boolean drawing) {
        List<Attribute> kept = new ArrayList<>();
        SortedMap<Integer, Attribute> pictures = new TreeMap<>();
        for (Attribute attribute : node.attributes()) {
            OptionalInt picture = picture(attribute);
            if (picture.isPresent()) {
                pictures.put(picture.getAsInt(), attribute);
            } else if (attribute.number() != PICTURES) {
                boolean listed = !drawing || OF_DRAWING.contains(attribute.label());
                Optional<Attribute> one = listed ? attribute(attribute, here) : Optional.empty();
                one.ifPresent(kept::add);
                if (one.isEmpty() && !drawing && attribute.number() != DRAWING) {
                    found("docuworks.attribute", here + " " + attribute.label(), Action.REMOVED);
                }
            }
        }
        pictures(pictures, kept, here);
        return kept;
    }

    /** Pictures that the drawing shows, in their order: 301 to 400, and those with a name behind them. */
    private static OptionalInt picture(Attribute attribute) {
        if (attribute.kind() < Element.PRIVATE) {
            return OptionalInt.empty();
        }
        if (attribute.name().equals("#pd") && attribute.index() > 0 && attribute.index() < Integer.MAX_VALUE) {
            return OptionalInt.of((int) attribute.index());
        }
        boolean one = !attribute.named() && attribute.number() > PICTURES && attribute.number() <= LAST_PICTURE;
        return one ? OptionalInt.of(attribute.number() - PICTURES) : OptionalInt.empty();
    }

    private void pictures(SortedMap<Integer, Attribute> pictures, List<Attribute> kept, String here) {
        int count = 0;
        for (Map.Entry<Integer, Attribute> picture : pictures.entrySet()) {
            int entry = entries.referred(picture.getValue().value());
            Optional<byte[]> reference =
                    entries.rebuilt(entry, "picture", true, () -> drawings.picture(entries.body(entry), here));
            if (reference.isPresent()) {
                kept.add(picture.getValue().with(picture.getValue().kind(), reference.get()));
                count = picture.getKey();
            }
        }
        if (count > 0) {
            byte[] number = {(byte) count, (byte) (count >> 8), (byte) (count >> 16), (byte) (count >> 24)};
            kept.add(new Attribute(Element.CONTEXT, PICTURES, "", 0, -1, number));
        }
    }

    private Optional<Attribute> attribute(Attribute attribute, String here) {
        if (!attribute.named() && (attribute.number() == DRAWING || attribute.number() == THUMBNAIL)) {
            return drawing(attribute, here);
        }
        if (attribute.kind() >= Element.PRIVATE) {
            return Optional.empty();
        }
        Optional<byte[]> clean = AttributeRule.of(attribute).flatMap(rule -> rule.clean(attribute.value()));
        if (clean.isPresent() && !Arrays.equals(clean.get(), attribute.value())) {
            found("docuworks.loose-bytes", here + " " + attribute.label(), Action.REMOVED);
        }
        return clean.map(value -> attribute.with(attribute.kind(), value));
    }

    private Optional<Attribute> drawing(Attribute attribute, String here) {
        if (attribute.kind() < Element.PRIVATE) {
            return drawings.rebuilt(Drawing.of(attribute.value()), here)
                    .map(body -> attribute.with(attribute.kind(), Drawing.bytes(body)));
        }
        int entry = entries.referred(attribute.value());
        return entries.rebuilt(entry, "drawing", false, () -> drawings.rebuilt(entries.body(entry), here))
                .map(reference -> attribute.with(attribute.kind(), reference));
    }

    private void found(String code, String where, Action action) {
        session.found(Finding.of(code, action, Location.ofPart(where)));
    }
}
