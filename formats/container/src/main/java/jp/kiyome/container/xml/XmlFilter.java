package jp.kiyome.container.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Copies of one document what an {@link AllowList} names: an empty output, a walk over the input, and for whatever nobody
 * listed the last {@code else}, which drops it and says so.
 *
 * <p>Memory does not grow with the document. Not thread-safe. Throws {@link jp.kiyome.core.finding.Refusal} for XML that is
 * not well-formed, or whose root is not the one expected.
 */
public final class XmlFilter implements XmlOddities {

    private final AllowList list;
    private final FilterHost host;
    private final int mostDepth;
    private final XmlWriter out;
    private final AttributeFilter attributes;
    private final Alternatives alternatives;
    private final List<Frame> frames = new ArrayList<>();
    private final TextCollector collector = new TextCollector();
    private final PendingTag pending = new PendingTag();
    private XmlReader in;
    private int skipping;

    private XmlFilter(AllowList list, FilterHost host, InputStream in, OutputStream out, int mostDepth) {
        this.list = list;
        this.host = host;
        this.mostDepth = mostDepth;
        this.in = new XmlReader(in, list, mostDepth, this);
        this.out = new XmlWriter(out);
        this.attributes = new AttributeFilter(host);
        this.alternatives = new Alternatives(list, host, this.in);
    }

    /**
     * Filters one document.
     *
     * @param roots the root elements that may stand here, in allow-list form
     * @param mostDepth elements inside elements at most
     */
    public static void filter(
            AllowList list, List<String> roots, FilterHost host, InputStream in, OutputStream out, int mostDepth) {
        XmlFilter filter = new XmlFilter(list, host, in, out, mostDepth);
        filter.run(roots);
        filter.out.close();
    }

    private void run(List<String> roots) {
        if (in.next() != XmlReader.Event.START) {
            throw XmlRefusal.malformed("no root");
        }
        root(roots);
        for (XmlReader.Event event = in.next(); event != XmlReader.Event.DOCUMENT_END; event = in.next()) {
            switch (event) {
                case START -> start();
                case END -> end();
                case TEXT -> text();
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
    }

    private void root(List<String> roots) {
        XmlName name = in.name();
        String key = name.namespace() == Namespace.NONE ? ":" + name : name.toString();
        if (!roots.contains(key)) {
            throw Refusal.of("xml.root", name.toString());
        }
        out.strict(in.strict());
        ElementType type = list.root(key);
        if (mode(type) != Frame.Mode.WRITTEN || type.rules().select() != null) {
            throw new IllegalStateException("a root whose text or select attribute is judged: " + key);
        }
        String refused = attributes.filter(type, name, in.attributes());
        ElementHook hook = host.hook(type);
        if (!refused.isEmpty() || !(hook.start(name, in.attributes()) instanceof ElementHook.Fate.Keep)) {
            throw Refusal.of("xml.root", name.toString());
        }
        out.start(name);
        RootNamespaces.declare(list, host, in, out);
        writeAttributes();
        frames.add(new Frame(Frame.Mode.WRITTEN, type, type.rules().children(), hook));
    }

    private void start() {
        if (skipping > 0) {
            skipping++;
            return;
        }
        Frame parent = frames.getLast();
        XmlName name = in.name();
        if (alternatives.handles(name)) {
            enter(alternatives.start(parent, name));
            return;
        }
        ChildRule rule = parent.mode == Frame.Mode.COLLECTING || parent.mode == Frame.Mode.ALTERNATIVES
                ? null
                : parent.children.find(name);
        if (rule instanceof ChildRule.Keep keep) {
            keep(keep.type(), name, keep.required());
        } else if (rule instanceof ChildRule.Unwrap unwrap) {
            unwrap(unwrap.type(), unwrap.type().rules().children(), name);
        } else {
            drop(rule instanceof ChildRule.Drop drop ? drop.code() : "structure.unknown-element", name);
        }
    }

    private void keep(ElementType type, XmlName name, boolean required) {
        if (!kept(type, name) && required) {
            writtenParent().broken();
        }
    }

    /** Writes the element or its place; false when it was refused with everything inside. */
    private boolean kept(ElementType type, XmlName name) {
        NameTable<ChildRule> children = children(type, name);
        if (children == null) {
            return false;
        }
        String refused = attributes.filter(type, name, in.attributes());
        if (!refused.isEmpty()) {
            drop(refused, name);
            return false;
        }
        ElementHook hook = host.hook(type);
        ElementHook.Fate fate = hook.start(name, in.attributes());
        if (fate instanceof ElementHook.Fate.Keep) {
            write(new Frame(mode(type), type, children, hook), name);
            return true;
        }
        if (fate instanceof ElementHook.Fate.Unwrap) {
            unwrap(type, children, name);
            return true;
        }
        if (fate instanceof ElementHook.Fate.Replace replace) {
            replace(replace, name);
            return true;
        }
        drop(((ElementHook.Fate.Drop) fate).code(), name);
        return false;
    }

    private void replace(ElementHook.Fate.Replace replace, XmlName name) {
        if (!replace.code().isEmpty()) {
            host.found(replace.code(), Action.REPLACED, name.toString(), "");
        }
        filterFragment(replace.fragment());
        skipping = 1;
    }

    /** Filters an element that the format puts in place of another, as if it had stood there. */
    private void filterFragment(String fragment) {
        XmlReader outer = in;
        in = list.reader(new ByteArrayInputStream(fragment.getBytes(StandardCharsets.UTF_8)), mostDepth, this);
        for (XmlReader.Event event = in.next(); event != XmlReader.Event.DOCUMENT_END; event = in.next()) {
            switch (event) {
                case START -> start();
                case END -> end();
                case TEXT -> text();
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
        in = outer;
    }

    /** The innermost element around that stands in the output. */
    private Frame writtenParent() {
        int at = frames.size() - 1;
        while (frames.get(at).mode != Frame.Mode.WRITTEN && at > 0) {
            at--;
        }
        return frames.get(at);
    }

    /** The children an element may have; null when its {@code select} attribute names none and the element was dropped. */
    private @Nullable NameTable<ChildRule> children(ElementType type, XmlName name) {
        ElementType.Rules rules = type.rules();
        if (rules.select() == null) {
            return rules.children();
        }
        Utf8 selected = in.attributes().find(rules.select().toString());
        String value = selected == null ? "" : selected.toString();
        ElementType.Variant variant = rules.variants().get(TypeCompiler.selector(value));
        if (variant == null || !variant.dropped().isEmpty()) {
            String code = variant == null ? "structure.extension" : variant.dropped();
            host.found(code, Action.REMOVED, name.toString(), value);
            writtenParent().lost();
            skipping = 1;
            return null;
        }
        return variant.children();
    }

    private static Frame.Mode mode(ElementType type) {
        ValueRule text = type.rules().text();
        return text == null || text instanceof ValueRule.AnyText ? Frame.Mode.WRITTEN : Frame.Mode.COLLECTING;
    }

    private void write(Frame frame, XmlName name) {
        if (frame.mode == Frame.Mode.COLLECTING) {
            collector.begin();
            pending.take(name, in.attributes());
        } else {
            if (frame.type.rules().provisional()) {
                frame.provisional(out.mark(), host.checkpoint());
            }
            out.start(name);
            writeAttributes();
        }
        frames.add(frame);
    }

    private void writeAttributes() {
        Attributes kept = in.attributes();
        for (int i = 0; i < kept.count(); i++) {
            if (kept.kept(i)) {
                out.attribute(kept.name(i), kept.value(i));
            }
        }
    }

    private void unwrap(ElementType type, NameTable<ChildRule> children, XmlName name) {
        host.found("structure.wrapper", Action.CHANGED, name.toString(), "");
        frames.add(new Frame(Frame.Mode.TRANSPARENT, type, children, ElementHook.none()));
    }

    private void drop(String code, XmlName name) {
        if (!code.isEmpty()) {
            host.found(code, Action.REMOVED, frames.getLast().type.key() + "/" + name, "");
        }
        writtenParent().lost();
        skipping = 1;
    }

    private void enter(@Nullable Frame frame) {
        if (frame == null) {
            skipping = 1;
        } else {
            frames.add(frame);
        }
    }

    private void end() {
        if (skipping > 0) {
            skipping--;
            return;
        }
        Frame frame = frames.removeLast();
        switch (frame.mode) {
            case WRITTEN -> written(frame);
            case COLLECTING -> collected(frame);
            case TRANSPARENT, ALTERNATIVES -> {}
        }
    }

    private void written(Frame frame) {
        out.end();
        XmlWriter.Mark mark = frame.mark();
        if (mark != null && !frame.stays()) {
            out.rollBack(mark);
            host.rollBack(frame.hostCheckpoint());
            if (!frame.hasLost()) {
                host.found("structure.empty", Action.REMOVED, in.name().toString(), "");
            }
            writtenParent().lost();
            breakParentIfRequired();
            return;
        }
        if (mark != null) {
            out.release(mark);
        }
        stayed(frame);
    }

    private void stayed(Frame frame) {
        if (!frames.isEmpty()) {
            writtenParent().wrote(in.name());
        }
        frame.hook.end(in.name());
    }

    /** An element whose text was judged as a whole: written now, or not at all. */
    private void collected(Frame frame) {
        Utf8 value = collector.value();
        String refused = attributes.judgeText(frame.type, value, in.name());
        if (!refused.isEmpty()) {
            host.found(refused, Action.REMOVED, frame.type.key(), value.toString());
            writtenParent().lost();
            breakParentIfRequired();
            return;
        }
        pending.write(out);
        if (!value.isEmpty()) {
            out.text(value);
        }
        out.end();
        stayed(frame);
    }

    private void breakParentIfRequired() {
        if (frames.getLast().children.find(in.name()) instanceof ChildRule.Keep keep && keep.required()) {
            writtenParent().broken();
        }
    }

    private void text() {
        if (skipping > 0) {
            return;
        }
        Frame frame = frames.getLast();
        if (frame.mode == Frame.Mode.COLLECTING) {
            collector.add(in.text());
        } else if (frame.textRule() != null || textOfUnwrapped(frame)) {
            writtenParent().wrote(null);
            out.text(in.text());
        } else if (!blank(in.text()) && frame.firstLostText()) {
            host.found("structure.text", Action.REMOVED, frame.type.key(), "");
        }
    }

    /** An element that goes leaves its text where both it and the element around it may have any. */
    private boolean textOfUnwrapped(Frame frame) {
        return frame.mode == Frame.Mode.TRANSPARENT
                && frame.type.rules().text() instanceof ValueRule.AnyText
                && writtenParent().textRule() != null;
    }

    private static boolean blank(Utf8 text) {
        for (int i = 0; i < text.length(); i++) {
            if (!XmlChars.space(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void comment() {
        host.found("xml.comment", Action.REMOVED, "", "");
    }

    @Override
    public void processingInstruction() {
        host.found("xml.processing-instruction", Action.REMOVED, "", "");
    }
}
