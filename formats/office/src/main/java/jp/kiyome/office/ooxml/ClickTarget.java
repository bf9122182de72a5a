package jp.kiyome.office.ooxml;

import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.XmlName;

/** A link or click that has nowhere left to go is no link. */
final class ClickTarget implements ElementHook {

    @Override
    public Fate start(XmlName name, Attributes attributes) {
        boolean leads = !attributes.text("r:id").isEmpty()
                || !attributes.text("action").isEmpty()
                || !attributes.text("location").isEmpty();
        return leads ? Fate.keep() : Fate.drop("");
    }
}
