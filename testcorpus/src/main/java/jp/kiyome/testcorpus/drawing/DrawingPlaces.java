package jp.kiyome.testcorpus.drawing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import jp.kiyome.testcorpus.sample.Placement;
import jp.kiyome.testcorpus.sample.Token;

/** Every place in an SVG document or a metafile that no viewer shows. */
public final class DrawingPlaces {

    private DrawingPlaces() {}

    public static List<Placement> all() {
        List<Placement> all = new ArrayList<>(svg());
        all.addAll(emf());
        all.addAll(wmf());
        all.addAll(CompressedVectors.places());
        return List.copyOf(all);
    }

    private static Placement svg(String name, String before, String after) {
        return Placement.of("svg-" + name, "svg", token -> Svg.of(Svg.XLINK, before + token.text() + after));
    }

    private static List<Placement> svg() {
        return List.of(
                svg("comment", "<!-- ", " -->"),
                svg("instruction", "<?x ", "?>"),
                svg("metadata", "<metadata>", "</metadata>"),
                svg("description", "<desc>", "</desc>"),
                svg("text-outside", "", ""),
                svg("unused-id", "<g id=\"", "\"/>"),
                svg("used-id", "<use href=\"#a\"/><g id=\"a\"><g id=\"", "\"/></g>"),
                svg("dangling-reference", "<use href=\"#", "\"/>"),
                svg("referred-id", "<use href=\"#x\"/><g fill=\"url(#", ")\"/>"),
                svg("unused-class", "<g class=\"", "\"/>"),
                svg("class-in-style", "<style>.", "{fill:#ff0000}</style>"),
                svg("css-comment", "<style>/* ", " */rect{fill:#ff0000}</style>"),
                svg("css-comment-in-attribute", "<g style=\"/* ", " */fill:#ff0000\"/>"),
                svg("css-type", "<style>", "{fill:#ff0000}</style>"),
                svg("css-property", "<g style=\"--", ":1\"/>"),
                svg("css-value", "<g style=\"fill:", "\"/>"),
                svg("css-at-rule", "<style>@", " {}</style>"),
                svg("style-title", "<style title=\"", "\">rect{fill:#ff0000}</style>"),
                svg("unknown-attribute", "<g data-x=\"", "\"/>"),
                svg("unknown-element", "<x:y xmlns:x=\"urn:x\">", "</x:y>"),
                svg("unknown-namespace", "<g xmlns:x=\"urn:", "\"/>")
                        .untold("a declaration that nothing uses; every program writes some"),
                svg("link", "<a href=\"http://example.invalid/", "\"/>"),
                svg("filter-result", "<filter id=\"f\"><feFlood result=\"", "\"/></filter>"),
                svg("path-behind-error", "<path d=\"M1 1 ", "\"/>"),
                svg("points", "<polygon points=\"1,1 ", "\"/>"),
                svg("transform", "<g transform=\"", "(1)\"/>"),
                svg("animation-values", "<animate attributeName=\"x\" values=\"", "\"/>"),
                svg("image-type", "<image href=\"data:", ";base64,AAAA\"/>"));
    }

    private static Placement emf(String name, BiFunction<Emf, Token, Emf> hide) {
        return Placement.of(
                "emf-" + name, "emf", token -> hide.apply(Emf.drawn(), token).bytes());
    }

    private static List<Placement> emf() {
        return List.of(
                emf("comment", (f, t) -> f.record(70, Emf.comment(t.bytes()))),
                emf("unknown", (f, t) -> f.record(0x200, new Words().bytes(t.bytes()))),
                emf(
                        "description",
                        (f, t) -> f.description(new Words().utf16(t.text()).get())),
                emf("behind-end", (f, t) -> f.behind(t.bytes())),
                emf("slack", (f, t) -> f.record(0x1B, new Words().u32(1, 1).bytes(t.bytes()))),
                emf("behind-font-name", (f, t) -> f.record(0x52, Emf.font(1, "Arial", t.bytes()))),
                emf(
                                "font-full-name",
                                (f, t) -> f.record(
                                        0x52,
                                        Emf.font(
                                                1,
                                                "Arial",
                                                new Words()
                                                        .bytes(new byte[60])
                                                        .bytes(t.bytes())
                                                        .get())))
                        .untold("fonts are found by their family; the field is for printers of old"),
                emf("behind-text", (f, t) -> f.record(0x54, Emf.text("a").bytes(t.bytes()))),
                emf("behind-pixels", (f, t) -> f.record(0x51, Emf.bitmap(t.bytes()))),
                emf(
                        "brush-of-nothing",
                        (f, t) -> f.record(
                                0x27, new Words().u32(1, 1).bytes(t.half().getBytes(StandardCharsets.US_ASCII)))),
                emf(
                        "plus-comment",
                        (f, t) -> f.record(
                                70,
                                Emf.comment(new Words()
                                        .u32(0x2B464D45)
                                        .u16(0x4001, 0)
                                        .u32(28, 16)
                                        .u32(0xDBC01002, 0, 96, 96)
                                        .u16(0x4003, 0)
                                        .u32(28, 16)
                                        .bytes(t.bytes())
                                        .get()))));
    }

    private static Placement wmf(String name, BiFunction<Wmf, Token, Wmf> hide) {
        return Placement.of(
                "wmf-" + name, "wmf", token -> hide.apply(Wmf.drawn(), token).bytes());
    }

    private static List<Placement> wmf() {
        return List.of(
                wmf("escape-comment", (f, t) -> f.record(0x0626, Wmf.escape(15, t.bytes()))),
                wmf("unknown", (f, t) -> f.record(0x0777, new Words().bytes(t.bytes()))),
                wmf("behind-end", (f, t) -> f.behind(t.bytes())),
                wmf("slack", (f, t) -> f.record(0x0214, new Words().u16(1, 1).bytes(t.bytes()))),
                wmf("behind-font-name", (f, t) -> f.record(0x02FB, Wmf.font("Arial", t.bytes()))));
    }
}
