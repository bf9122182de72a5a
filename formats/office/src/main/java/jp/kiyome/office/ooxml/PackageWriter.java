package jp.kiyome.office.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/** Writes what ties the parts of a package together (ECMA-376-2 §9.3, §10.1.2). */
final class PackageWriter {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final PartKinds kinds;
    private final boolean strict;

    PackageWriter(PartKinds kinds, boolean strict) {
        this.kinds = kinds;
        this.strict = strict;
    }

    Content contentTypes(List<CarriedPart> parts) {
        Map<String, String> defaults = new TreeMap<>(
                Map.of("rels", "application/vnd.openxmlformats-package.relationships+xml", "xml", "application/xml"));
        StringBuilder overrides = new StringBuilder();
        for (CarriedPart part : parts) {
            if (part.kind().filtered()) {
                overrides
                        .append("<Override PartName=\"/")
                        .append(escaped(part.outputName()))
                        .append("\" ContentType=\"")
                        .append(escaped(part.contentType()))
                        .append("\"/>");
            } else {
                defaults.put(part.outputName().substring(part.outputName().lastIndexOf('.') + 1), part.contentType());
            }
        }
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        defaults.forEach((extension, type) -> xml.append("<Default Extension=\"")
                .append(extension)
                .append("\" ContentType=\"")
                .append(type)
                .append("\"/>"));
        return content(xml.append(overrides).append("</Types>"));
    }

    Content relationships(String source, List<Outgoing> relationships) {
        StringBuilder xml = new StringBuilder(DECLARATION)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (Outgoing outgoing : relationships) {
            xml.append("<Relationship Id=\"")
                    .append(outgoing.id())
                    .append("\" Type=\"")
                    .append(escaped(kinds.whole(outgoing.type(), strict)))
                    .append("\" Target=\"");
            xml.append(target(source, outgoing));
            xml.append("\"/>");
        }
        return content(xml.append("</Relationships>"));
    }

    private static String target(String source, Outgoing outgoing) {
        if (outgoing instanceof Outgoing.ToPart to) {
            return escaped(relative(source, to.part().outputName()));
        }
        if (outgoing instanceof Outgoing.ToTarget to) {
            return escaped(to.target()) + "\" TargetMode=\"External";
        }
        throw new IllegalStateException("never settled: " + outgoing.id());
    }

    /** The way from the folder of one part to another part. */
    static String relative(String source, String target) {
        String[] from = source.split("/", -1);
        String[] to = target.split("/", -1);
        int common = 0;
        while (common < from.length - 1 && common < to.length - 1 && from[common].equals(to[common])) {
            common++;
        }
        StringBuilder way = new StringBuilder("../".repeat(from.length - 1 - common));
        return way.append(String.join("/", List.of(to).subList(common, to.length)))
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Content content(CharSequence xml) {
        return HeapContent.of(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
