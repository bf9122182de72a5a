package jp.kiyome.text.html;

import java.util.Optional;
import jp.kiyome.core.finding.Action;

/** What surrounds a document while it is filtered: a file, or a message. */
public interface HtmlHost {

    /** Takes a finding. */
    void found(String kind, Action action, String place, String detail);

    /**
     * What stands for the source of a picture: a {@code data:} address of a rebuilt picture, a {@code cid:} one of a part that the
     * message keeps. Empty where it goes; the host tells why.
     */
    Optional<String> picture(String source, String place);

    /** Where a link leads, in its canonical form; empty where it goes. The default is the rule of every format. */
    default Optional<String> link(String target) {
        return Links.canonical(target);
    }
}
