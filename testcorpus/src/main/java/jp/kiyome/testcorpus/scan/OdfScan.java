package jp.kiyome.testcorpus.scan;

import java.util.Set;
import java.util.regex.Pattern;

/** What no rebuilt OpenDocument file holds: whatever runs, leads out, tells of its maker, or has a name of its own choice. */
final class OdfScan {

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final Pattern MEMBER = Pattern.compile(
            "mimetype|META-INF/manifest\\.xml|(Object [0-9]+/)?(content|styles|meta|settings)\\.xml|(Object [0-9]+/)?Pictures/[0-9]+\\.(png|jpg|jpeg|gif|bmp|tif|tiff|webp|emf|wmf|emz|wmz|svg)");
    private static final Pattern LINK = Pattern.compile(
            "#[^\\\\]*|https?:.*|mailto:.*|\\./Object [0-9]+|Pictures/[0-9]+\\.[a-z]+|\\.\\.|", Pattern.DOTALL);
    private static final Pattern FORMULA =
            Pattern.compile("(?i)\\b(DDE|WEBSERVICE|FILTERXML|INFO|CALL|EXEC|RTD) *\\(|'file:|'#|://(?!.*HYPERLINK)");
    private static final Set<String> NEVER = Set.of(
            "script",
            "event-listener",
            "event-listeners",
            "applet",
            "plugin",
            "object-ole",
            "floating-frame",
            "dde-source",
            "dde-link",
            "dde-links",
            "dde-connection",
            "dde-connection-decl",
            "section-source",
            "table-source",
            "cell-range-source",
            "database-display",
            "database-source-sql",
            "execute-macro",
            "control",
            "audio",
            "command",
            "sound",
            "font-face-src",
            "user-defined",
            "initial-creator",
            "template");
    private static final Set<String> FORMULAS =
            Set.of(OASIS + "table:1.0:formula", OASIS + "table:1.0:expression", OASIS + "table:1.0:condition");

    private OdfScan() {}

    static boolean isPackage(Layer layer) {
        return layer.startsWith('P', 'K', 3, 4) && layer.contains("application/vnd.oasis.opendocument.");
    }

    static boolean isFlat(Layer layer) {
        return layer.path().isEmpty() && XmlText.looksLikeXml(layer) && layer.contains("<office:document ");
    }

    static void look(Layer archive, Check.Found found) {
        for (Layer member : ZipMembers.of(archive)) {
            String name = member.path().substring(archive.path().length() + 1);
            if (!MEMBER.matcher(name).matches()) {
                found.structure(name, "a member that nobody writes");
            }
            if (name.endsWith(".xml")) {
                document(name, member, found);
            }
        }
    }

    static void flat(Layer layer, Check.Found found) {
        document("flat", layer, found);
    }

    private static void document(String name, Layer layer, Check.Found found) {
        XmlPart part = XmlPart.read(layer.bytes());
        part.oddities().forEach(oddity -> found.structure(name, oddity));
        for (Element element : part.elements()) {
            element(name, element, found);
        }
    }

    private static void element(String part, Element element, Check.Found found) {
        String local = element.name().substring(element.name().lastIndexOf(':') + 1);
        boolean properties = local.equals("user-defined") && element.name().contains("text");
        boolean forms = element.name().startsWith(OASIS + "form:")
                || element.name().startsWith(OASIS + "script:")
                || element.name().startsWith(OASIS + "database:")
                || element.name().startsWith("http://www.w3.org/2002/xforms");
        if (NEVER.contains(local) && !properties || forms) {
            found.vector(part, element);
        }
        element.attributes().forEach((attribute, value) -> attribute(part, element, attribute, value, found));
        if (local.equals("config-item")
                && element.toString().contains("Printer")
                && !element.toString().contains("PrinterIndependent")
                && !element.toString().contains("UseOldPrinterMetrics")) {
            found.vector(part, element);
        }
    }

    private static void attribute(String part, Element element, String name, String value, Check.Found found) {
        if (name.endsWith("xlink:href") || name.equals("http://www.w3.org/1999/xlink:href")) {
            boolean runs = value.matches("(?is).*(script|macro|javascript|vbscript|data|file):.*")
                    && !value.startsWith("http");
            if (!LINK.matcher(value).matches() || runs) {
                found.vector(part, element);
            }
        }
        if (FORMULAS.contains(name) && FORMULA.matcher(value).find()) {
            found.vector(part, element);
        }
    }
}
