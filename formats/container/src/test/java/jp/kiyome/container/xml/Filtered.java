package jp.kiyome.container.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;

/** What became of a document under the allow-lists of the tests. */
record Filtered(String xml, List<String> findings) {

    static final AllowList LISTS = new AllowList(Filtered.class::getResourceAsStream, Set.of("even"));
    static final List<String> ROOTS = List.of("t:doc", "d:cell", ":plain");
    static final int DEPTH = 64;

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Filters what stands inside a root that declares the namespaces. */
    static Filtered inside(String content) {
        Filtered whole = of(doc(content));
        String begin = DECLARATION + "<t:doc xmlns:t=\"urn:test:main\" xmlns:e=\"urn:test:extension\"";
        String rest = whole.xml.substring(begin.length());
        return new Filtered(
                rest.equals("/>") ? "" : rest.substring(1, rest.length() - "</t:doc>".length()), whole.findings);
    }

    static String doc(String content) {
        return "<t:doc xmlns:t='urn:test:main' xmlns:d='urn:test:default' xmlns:e='urn:test:extension'"
                + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:f='urn:test:name-only'>"
                + content + "</t:doc>";
    }

    static Filtered of(String document) {
        return of(document.getBytes(StandardCharsets.UTF_8));
    }

    static Filtered of(byte[] document) {
        return of(new ByteArrayInputStream(document));
    }

    static Filtered of(InputStream document) {
        Host host = new Host();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlFilter.filter(LISTS, ROOTS, host, document, out, DEPTH);
        return new Filtered(out.toString(StandardCharsets.UTF_8), host.findings);
    }

    /** The code under which the document is refused, or {@code "accepted"}. */
    static String refusal(byte[] document) {
        try {
            of(document);
            return "accepted";
        } catch (Refusal refusal) {
            return refusal.finding().kind().code();
        }
    }

    static String refusal(String document) {
        return refusal(document.getBytes(StandardCharsets.UTF_8));
    }

    /** A host whose own rule {@code even} accepts an even number of characters and writes them in lower case. */
    static class Host implements FilterHost {

        final List<String> findings = new ArrayList<>();

        @Override
        public void found(String code, Action action, String place, String detail) {
            findings.add(place.isEmpty() ? code : code + " " + place);
        }

        @Override
        public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
            if (value.codePoints() % 2 == 1) {
                return "active.action";
            }
            value.set(value.toString().toLowerCase(java.util.Locale.ROOT));
            return ACCEPTED;
        }

        @Override
        public ElementHook hook(ElementType type) {
            return ElementHook.none();
        }
    }
}
