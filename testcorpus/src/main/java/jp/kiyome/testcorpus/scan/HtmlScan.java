package jp.kiyome.testcorpus.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no rebuilt page holds: anything that runs, loads, sends or leads elsewhere than to the web and to mail. */
final class HtmlScan {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z!?][^\\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("#[^\\s]*|https?://[^\\s]+|mailto:[^\\s]+");
    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif|bmp|webp|vnd\\.microsoft\\.icon);base64,[A-Za-z0-9+/=]+");
    private static final Pattern BESIDE = Pattern.compile(" src=\"cid:[A-Za-z0-9!$&*+=_~@.:%-]+\"");
    private static final Pattern RUNS =
            Pattern.compile("url\\s*\\(|expression|@import|@font-face|behaviou?r|-moz-binding|script:|\\\\");
    private static final Set<String> NEVER = Set.of(
            "script",
            "noscript",
            "template",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "svg",
            "math",
            "base",
            "link",
            "audio",
            "video",
            "source",
            "xml",
            "xmp",
            "plaintext",
            "listing",
            "noembed",
            "noframes",
            "area",
            "map",
            "canvas",
            "portal");

    private HtmlScan() {}

    static boolean isPage(Layer layer) {
        String start = new String(
                        layer.bytes(),
                        0,
                        Math.min(64, layer.bytes().length),
                        java.nio.charset.StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html>") || start.startsWith("<html");
    }

    /** Whether a layer is the body of a message: its pictures may be parts beside it. */
    private static boolean isBody(Layer layer) {
        return layer.path().endsWith("/body");
    }

    /** A page that is a file, or the body of a message. */
    static boolean isLookedAt(Layer layer) {
        return (layer.path().isEmpty() || isBody(layer)) && isPage(layer);
    }

    static void look(Layer layer, Check.Found found) {
        String page = new String(layer.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        look(isBody(layer) ? BESIDE.matcher(page).replaceAll("") : page, found);
    }

    private static void look(String page, Check.Found found) {
        Matcher tags = TAG.matcher(page);
        while (tags.find()) {
            String name = tags.group(2).toLowerCase(Locale.ROOT);
            if (NEVER.contains(name) || name.startsWith("?") || name.startsWith("!") && !name.equals("!doctype")) {
                found.vector("html", tags.group());
            }
            if (name.equals("meta") && !tags.group(3).matches(" charset=\"(?:UTF-8|Shift_JIS|EUC-JP)\"")) {
                found.vector("html", tags.group());
            }
            Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
            while (attributes.find()) {
                attribute(attributes.group(1).toLowerCase(Locale.ROOT), attributes.group(2), found);
            }
        }
        Matcher sheets = Pattern.compile("<style[^>]*>([^<]*)</style>").matcher(page);
        while (sheets.find()) {
            if (RUNS.matcher(sheets.group(1).toLowerCase(Locale.ROOT)).find()) {
                found.vector("html", sheets.group(1));
            }
        }
    }

    private static void attribute(String name, String value, Check.Found found) {
        boolean runs = name.startsWith("on")
                || name.equals("srcset")
                || name.equals("action")
                || name.equals("ping")
                || name.equals("background")
                || name.equals("formaction");
        boolean leads = name.equals("href") && !LINK.matcher(value).matches();
        boolean loads = name.equals("src") && !PICTURE.matcher(value).matches();
        boolean style = name.equals("style")
                && RUNS.matcher(value.toLowerCase(Locale.ROOT)).find();
        if (runs || leads || loads || style) {
            found.vector("html", name + "=" + value);
        }
    }
}
