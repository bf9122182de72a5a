package jp.kiyome.container.xml;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.limit.LimitReached;

/**
 * Reads XML 1.0 with namespaces, strictly and without a document type: UTF-8 or UTF-16, no DOCTYPE, no entity but the five
 * predefined, no undeclared prefix, no attribute twice. Comments and processing instructions are told to
 * {@link XmlOddities} and skipped. Anything else that is not well-formed throws {@link jp.kiyome.core.finding.Refusal},
 * and elements nested deeper than allowed {@link LimitReached}.
 *
 * <p>Memory: a window that grows to the longest tag. Not thread-safe.
 */
public final class XmlReader {

    /** What {@link #next} came to. */
    public enum Event {
        START,
        END,
        TEXT,
        DOCUMENT_END
    }

    private static final byte[] COMMENT = ascii("<!--");
    private static final byte[] CDATA = ascii("<![CDATA[");
    private static final byte[] DOCTYPE = ascii("<!DOCTYPE");

    private final XmlInput in;
    private final int mostDepth;
    private final XmlOddities oddities;
    private final NamespaceScope scope;
    private final NameCache cache;
    private final TagScanner tags;
    private final List<NameCache.Entry> open = new ArrayList<>();
    private final Attributes attributes;
    private final NameSource names;
    private final Utf8 text = new Utf8();
    private XmlName name = new XmlName(Namespace.NONE, "");
    private boolean emptyElement;
    private boolean leave;
    private boolean seenRoot;
    private boolean inCdata;
    private boolean strict;
    private boolean ended;

    XmlReader(InputStream raw, NameSource names, int mostDepth, XmlOddities oddities) {
        this.in = new XmlInput(raw);
        Charset charset = XmlEncoding.decode(in);
        this.names = names;
        this.mostDepth = mostDepth;
        this.oddities = oddities;
        this.cache = names.borrow();
        this.scope = cache.scope();
        this.tags = new TagScanner(in, cache);
        this.attributes = new Attributes(cache);
        XmlDeclaration.skip(in, charset);
    }

    /** The element that started or ended. */
    public XmlName name() {
        return name;
    }

    /** The attributes of the element that started, without namespace declarations. */
    public Attributes attributes() {
        return attributes;
    }

    /** The characters read: part of a run, which may come in several events. */
    public Utf8 text() {
        return text;
    }

    /** Elements that are open, the one that just started included. */
    public int depth() {
        return open.size();
    }

    /** The namespaces that the element that just started declares. */
    List<Namespace> declaredHere() {
        return scope.declaredAt(open.size());
    }

    /** What a prefix means at this place. */
    Namespace resolve(String prefix) {
        return scope.resolve(prefix);
    }

    /** The name of the element that started or ended, as the document writes it. */
    byte[] rawName() {
        return open.getLast().bytes;
    }

    /** The attributes of the element that started as the document writes them, declarations included. */
    RawTag rawTag() {
        return tags.raw();
    }

    /** The window in which the places of {@link #rawTag} are. */
    byte[] window() {
        return in.buffer;
    }

    /** Whether the root is in a namespace of ECMA-376 Strict. */
    boolean strict() {
        return strict;
    }

    /** Goes on. */
    public Event next() {
        if (emptyElement) {
            emptyElement = false;
            leave = true;
            return Event.END;
        }
        if (leave) {
            leave = false;
            scope.leave(open.size());
            open.removeLast();
        }
        while (in.available(1)) {
            if (inCdata ? cdata() : in.buffer[in.position] != '<' ? characters() : false) {
                return Event.TEXT;
            }
            if (inCdata || in.position >= in.limit || in.buffer[in.position] != '<') {
                continue;
            }
            Event event = markup();
            if (event != Event.DOCUMENT_END) {
                return event;
            }
        }
        if (!open.isEmpty() || !seenRoot || inCdata) {
            throw XmlRefusal.malformed("ends early");
        }
        if (!ended) {
            ended = true;
            names.giveBack(cache);
        }
        return Event.DOCUMENT_END;
    }

    /** Handles what begins with {@code <}; {@code DOCUMENT_END} stands for nothing to tell. */
    private Event markup() {
        if (!in.available(2)) {
            throw XmlRefusal.malformed("ends early");
        }
        return switch (in.buffer[in.position + 1]) {
            case '/' -> endTag();
            case '?' -> instruction();
            case '!' -> declaration();
            default -> startTag();
        };
    }

    private Event instruction() {
        in.position += 2;
        Asides.instruction(in);
        oddities.processingInstruction();
        return Event.DOCUMENT_END;
    }

    private Event declaration() {
        if (in.startsWith(COMMENT)) {
            in.position += COMMENT.length;
            Asides.comment(in);
            oddities.comment();
        } else if (in.startsWith(CDATA) && !open.isEmpty()) {
            in.position += CDATA.length;
            inCdata = true;
        } else if (in.startsWith(DOCTYPE)) {
            throw XmlRefusal.doctype();
        } else {
            throw XmlRefusal.malformed("declaration");
        }
        return Event.DOCUMENT_END;
    }

    private Event startTag() {
        if (open.isEmpty() && seenRoot) {
            throw XmlRefusal.malformed("second root");
        }
        if (open.size() == mostDepth) {
            throw LimitReached.xmlDepth(mostDepth);
        }
        seenRoot = true;
        NameCache.Entry entry = tags.start();
        open.add(entry);
        declareNamespaces();
        name = cache.element(entry);
        if (open.size() == 1) {
            strict = scope.strict(name.namespace());
        }
        attributes.read(in.buffer, tags.raw());
        emptyElement = tags.empty();
        return Event.START;
    }

    private void declareNamespaces() {
        RawTag raw = tags.raw();
        for (int i = 0; i < raw.count; i++) {
            NameCache.Entry attribute = raw.names[i];
            if (attribute.declaresNamespace()) {
                String uri = raw.coded[i]
                        ? new String(References.normalized(in.buffer, raw.from[i], raw.to[i]), StandardCharsets.UTF_8)
                        : new String(in.buffer, raw.from[i], raw.to[i] - raw.from[i], StandardCharsets.UTF_8);
                String prefix = attribute.prefix.isEmpty() ? "" : attribute.local;
                scope.declare(prefix, uri.isEmpty() ? Namespace.NONE : names.namespace(uri), uri, open.size());
            }
        }
    }

    private Event endTag() {
        NameCache.Entry entry = open.isEmpty() ? null : open.getLast();
        if (entry == null || !tags.end(entry)) {
            throw XmlRefusal.malformed("end tag");
        }
        name = cache.element(entry);
        leave = true;
        return Event.END;
    }

    /** Reads characters up to the next markup or the end of the window. False when nothing is to be told. */
    private boolean characters() {
        if (open.isEmpty() && in.buffer[in.position] == '&') {
            throw XmlRefusal.malformed("reference outside the root");
        }
        boolean found = TextScanner.scan(in, text);
        if (found && open.isEmpty()) {
            for (int i = 0; i < text.length(); i++) {
                if (!XmlChars.space(text.at(i))) {
                    throw XmlRefusal.malformed("text outside the root");
                }
            }
            return false;
        }
        return found;
    }

    private boolean cdata() {
        CdataScanner.Found found = CdataScanner.scan(in, text);
        inCdata = found.more();
        return !text.isEmpty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
