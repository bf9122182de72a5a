package jp.kiyome.image.svg;

import java.util.Set;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.spi.Session;

/** A walk that writes numbers for names and leaves out what would draw itself. One document, one thread. */
final class NumberingHost extends SvgHost {

    private final Set<Long> circular;

    NumberingHost(Session session, Names numbered, Set<Long> circular) {
        super(session, numbered);
        this.circular = circular;
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        // the first walk has reported
    }

    @Override
    boolean ours() {
        return true;
    }

    @Override
    public ElementHook hook(ElementType type) {
        return (name, attributes) ->
                circular.contains(attributes.ordinal()) ? ElementHook.Fate.drop("svg.circle") : ElementHook.Fate.keep();
    }
}
