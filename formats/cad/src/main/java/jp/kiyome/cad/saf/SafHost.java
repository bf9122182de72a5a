package jp.kiyome.cad.saf;

import java.util.List;
import java.util.regex.Pattern;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/** What the list leaves to the format: names of files have no path. Not thread-safe. */
final class SafHost implements FilterHost {

    static final String FILE = "file";

    private static final Pattern PATH =
            Pattern.compile("(?s)\\s*(?:[A-Za-z]:[\\\\/]|[\\\\/]|\\.\\.[\\\\/]|[A-Za-z][A-Za-z0-9+.-]*://|file:).*");

    private final Session session;

    SafHost(Session session) {
        this.session = session;
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        session.found(Finding.of(code, action, Location.wholeFile().at(place), detail));
    }

    @Override
    public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
        String text = value.toString();
        if (PATH.matcher(text).matches()) {
            found("sxf.path", Action.CHANGED, element.toString(), text);
            value.set(text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
                    .replaceFirst("^\\s*file:", ""));
        }
        return ACCEPTED;
    }

    @Override
    public ElementHook hook(ElementType type) {
        return ElementHook.none();
    }
}
