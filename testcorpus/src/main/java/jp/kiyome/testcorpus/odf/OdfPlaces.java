package jp.kiyome.testcorpus.odf;

import static jp.kiyome.testcorpus.odf.Odf.shown;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Places in OpenDocument files that no reader shows. */
public final class OdfPlaces {

    private OdfPlaces() {}

    public static List<Placement> all() {
        return Stream.of(inContent(), inPackage(), inProperties(), inFlatFiles())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Placement> inContent() {
        return List.of(
                body("comment", t -> "<!--" + t + "-->"),
                body("instruction", t -> "<?x " + t + "?>"),
                body("unknown-element", t -> "<text:unknown>" + t + "</text:unknown>"),
                body("unknown-attribute", t -> "<text:p text:unknown=\"" + t + "\"/>"),
                body("unknown-namespace", t -> "<x:a xmlns:x=\"urn:x\" x:b=\"" + t + "\">" + t + "</x:a>"),
                body("length", t -> "<draw:frame svg:width=\"" + t + "\"/>"),
                body("boolean", t -> "<text:section text:name=\"s\" text:protected=\"" + t + "\"/>"),
                body("colour-name", t -> "<draw:frame draw:z-index=\"" + t + "\"/>"),
                body(
                        "event",
                        t -> "<text:p><draw:frame><office:event-listeners><script:event-listener xlink:href=\"" + t
                                + "\"/></office:event-listeners></draw:frame></text:p>"),
                body("form", t -> "<office:forms><form:form form:name=\"" + t + "\"/></office:forms>"),
                body(
                        "section-source",
                        t -> "<text:section text:name=\"s\"><text:section-source xlink:href=\"" + t
                                + "\"/></text:section>"),
                body(
                        "dde",
                        t -> "<text:dde-connection-decls><text:dde-connection-decl office:dde-topic=\"" + t
                                + "\"/></text:dde-connection-decls>"),
                body(
                        "revision-identifier",
                        t -> "<text:p xmlns:officeooo=\"http://openoffice.org/2009/office\" officeooo:rsid=\"" + t
                                + "\"/>"),
                body("text-between", t -> "<text:list>" + t + "</text:list>"));
    }

    private static List<Placement> inPackage() {
        return List.of(
                part("member", (file, t) -> file.unlisted("unknown/a.bin", t.bytes())),
                part("member-name", (file, t) -> file.unlisted("x/" + t.text(), new byte[0])),
                part("thumbnail", (file, t) -> file.unlisted("Thumbnails/thumbnail.png", t.bytes())),
                part("configuration", (file, t) -> file.part("Configurations2/a.xml", "<a>" + t.text() + "</a>")),
                part("rdf", (file, t) -> file.part("manifest.rdf", "<a>" + t.text() + "</a>")),
                part("signature", (file, t) -> file.part("META-INF/documentsignatures.xml", "<a>" + t.text() + "</a>")),
                part("old-version", (file, t) -> file.unlisted("Versions/Version1", t.bytes())),
                part("unused-object", (file, t) -> file.part("Object 7/content.xml", "<a>" + t.text() + "</a>")),
                part("layout-cache", (file, t) -> file.unlisted("layout-cache", t.bytes())),
                part("manifest-entry", (file, t) -> file.entry(t.text() + ".xml", "text/xml")),
                part("manifest-comment", (file, t) -> file.inManifest("<!--" + t.text() + "-->")),
                part("manifest-element", (file, t) -> file.inManifest("<x xmlns=\"urn:x\">" + t.text() + "</x>")),
                part("setting", (file, t) -> setting(file, "Unknown", t)),
                part("setting-value", (file, t) -> setting(file, "ShowGrid", t)),
                part("printer", (file, t) -> setting(file, "PrinterName", t)));
    }

    private static List<Placement> inProperties() {
        return List.of(
                meta("author", t -> "<meta:initial-creator>" + t + "</meta:initial-creator>"),
                meta("user-defined", t -> "<meta:user-defined meta:name=\"" + t + "\">" + t + "</meta:user-defined>"),
                meta("template", t -> "<meta:template xlink:href=\"" + t + "\"/>"),
                meta("generator", t -> "<meta:generator>" + t + "</meta:generator>"));
    }

    private static List<Placement> inFlatFiles() {
        return List.of(
                Placement.of("flat-comment", "fodt", t -> Odf.flat("<!--" + t.text() + "-->", shown())),
                Placement.of(
                        "flat-picture", "fodt", t -> Odf.flat("", "<text:p>" + Odf.picture(t.bytes()) + "</text:p>")),
                Placement.of(
                        "flat-script",
                        "fodt",
                        t -> Odf.flat(
                                "<office:scripts><office:script>" + t.text() + "</office:script></office:scripts>",
                                shown())));
    }

    private static Placement body(String name, UnaryOperator<String> xml) {
        return Placement.of("odt-" + name, "odt", t -> Odf.text(xml.apply(t.text()) + shown())
                .bytes());
    }

    private static Placement part(String name, BiFunction<Odf, Token, Odf> add) {
        return Placement.of(
                "odt-" + name, "odt", t -> add.apply(Odf.text(shown()), t).bytes());
    }

    private static Placement meta(String name, UnaryOperator<String> xml) {
        return part(
                name,
                (file, t) -> file.part(
                        "meta.xml",
                        Odf.root("document-meta", "<office:meta>" + xml.apply(t.text()) + "</office:meta>")));
    }

    private static Odf setting(Odf file, String name, Token t) {
        return file.part(
                "settings.xml",
                Odf.root(
                        "document-settings",
                        "<office:settings><config:config-item-set config:name=\"ooo:configuration-settings\"><config:config-item config:name=\""
                                + name + "\" config:type=\"string\">" + t.text()
                                + "</config:config-item></config:config-item-set></office:settings>"));
    }
}
