package jp.kiyome.text.xml;

import java.util.Set;
import jp.kiyome.container.xml.XmlCopyHost;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Tally;

/** A document of data: no vocabulary that a program acts on, nothing that a reader of XML would fetch. Not thread-safe. */
final class DataHost implements XmlCopyHost {

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> SCHEMAS = Set.of("schemaLocation", "noNamespaceSchemaLocation");
    private static final int STEPS = 1 << 12;

    private final Encoding encoding;
    private final Budget budget;
    private final Losses losses;
    private final Tally tally;
    private long elements;

    /** The namespace of a package's part that this is; empty where it is none. */
    private String part = "";

    DataHost(Encoding encoding, Budget budget, Losses losses, Tally tally) {
        this.encoding = encoding;
        this.budget = budget;
        this.losses = losses;
        this.tally = tally;
    }

    @Override
    public void element(XmlName name, int depth) {
        if (++elements % STEPS == 0) {
            budget.checkTime();
        }
        String namespace = name.namespace().uri();
        if (depth == 1 && Programs.isPart(namespace, name.local())) {
            part = namespace;
        }
        if (!part.isEmpty() && part.equals(namespace)) {
            return;
        }
        Programs.of(namespace, name.local(), depth == 1).ifPresent(what -> {
            throw Refusal.of("xml.program", what + ": " + name);
        });
    }

    @Override
    public boolean keeps(XmlName element, XmlName attribute, String value) {
        boolean schema = attribute.namespace().uri().equals(INSTANCE) && SCHEMAS.contains(attribute.local());
        boolean base = attribute.namespace().uri().startsWith("http://www.w3.org/XML/")
                && attribute.local().equals("base");
        if (schema || base) {
            tally.removed("xml.schema-location", element.toString(), value);
        }
        return !schema && !base;
    }

    @Override
    public String text(String characters) {
        return CleanWriter.clean(characters, losses);
    }

    @Override
    public boolean writes(int codePoint) {
        return encoding.has(codePoint);
    }

    @Override
    public void comment() {
        tally.removed("xml.comment", "", "");
    }

    @Override
    public void processingInstruction() {
        tally.removed("xml.processing-instruction", "", "");
    }
}
