package jp.kiyome.container.xml;

import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** Why XML is refused; the reader knows no part, so the place is filled in by who called it. */
final class XmlRefusal {

    private XmlRefusal() {}

    static Refusal malformed(String why) {
        return Refusal.of("xml.malformed", Location.wholeFile(), why);
    }

    static Refusal encoding(String why) {
        return Refusal.of("xml.encoding", Location.wholeFile(), why);
    }

    static Refusal doctype() {
        return Refusal.of("xml.doctype", Location.wholeFile(), "");
    }

    static Refusal tooLarge(String what) {
        return Refusal.of("xml.too-large", Location.wholeFile(), what);
    }
}
