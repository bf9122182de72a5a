package jp.kiyome.office.odf;

import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.XmlName;

/**
 * Knows whether the frame being read (OpenDocument 1.3 part 3 §10.4.2) has an object that is carried: the picture behind it only
 * stands for that object. Frames inside frames are rare; the inner one ends what was known of the outer.
 */
final class ObjectFrames implements ElementHook {

    private boolean carried;

    boolean objectCarried() {
        return carried;
    }

    void carried() {
        carried = true;
    }

    @Override
    public Fate start(XmlName name, Attributes attributes) {
        carried = false;
        return Fate.keep();
    }

    @Override
    public void end(XmlName name) {
        carried = false;
    }
}
