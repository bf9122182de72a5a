package jp.kiyome.testcorpus.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What no rebuilt SVG document holds: anything that runs, leads out, or has a name of its own choice. */
final class SvgScan {

    private static final String SVG = "http://www.w3.org/2000/svg:";
    private static final Pattern NAME = Pattern.compile("[icr][0-9]+( [icr][0-9]+)*");
    private static final Pattern LINK =
            Pattern.compile("#i[0-9]+|data:image/(png|jpeg|gif|bmp|tiff|webp);base64,[A-Za-z0-9+/=]+");
    private static final Pattern URL = Pattern.compile("url\\((?!#i[0-9]+\\))");
    private static final Pattern RUNS =
            Pattern.compile("script:|expression\\(|@import|@font-face|behavior:|-moz-binding");
    private static final Set<String> NEVER = Set.of(
            "script",
            "foreignObject",
            "iframe",
            "handler",
            "listener",
            "set",
            "animate",
            "animateMotion",
            "metadata",
            "desc",
            "feImage",
            "tref",
            "cursor",
            "font-face",
            "color-profile",
            "object",
            "embed",
            "audio",
            "video");

    private SvgScan() {}

    static boolean isSvg(XmlPart part) {
        return !part.elements().isEmpty() && part.elements().getFirst().is(SVG + "svg");
    }

    static void look(XmlPart part, Check.Found found) {
        part.oddities().forEach(oddity -> found.structure("svg", oddity));
        for (Element element : part.elements()) {
            if (!element.name().startsWith(SVG)) {
                found.structure("svg", element.name());
            } else if (NEVER.contains(element.name().substring(SVG.length()))) {
                found.vector("svg", element);
            }
            element.attributes().forEach((name, value) -> attribute(name, value, found));
            text(element.text(), element.is(SVG + "style"), found);
        }
    }

    private static void attribute(String name, String value, Check.Found found) {
        String local = name.substring(name.lastIndexOf(':') + 1);
        if (local.toLowerCase(Locale.ROOT).startsWith("on") || local.equals("base")) {
            found.vector("svg", name);
        }
        if (local.equals("href") && !LINK.matcher(value).matches()) {
            found.vector("svg", name + "=" + value);
        }
        if ((name.equals("id") || name.equals("class") || name.equals("result"))
                && !NAME.matcher(value).matches()) {
            found.structure("svg", name + "=" + value);
        }
        if (!name.startsWith("xmlns:")) {
            text(value, true, found);
        }
    }

    private static void text(String text, boolean style, Check.Found found) {
        String small = text.toLowerCase(Locale.ROOT);
        if (style
                && (URL.matcher(small).find()
                        || RUNS.matcher(small).find()
                        || small.contains("/*")
                        || small.indexOf('\\') >= 0)) {
            found.vector("svg", text);
        }
    }
}
