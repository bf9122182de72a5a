package jp.kiyome.quarantine.blob;

import java.io.IOException;

/** A blob that is not what was written: cut off, changed, or put there by somebody else. */
public final class BlobDamaged extends IOException {

    private static final long serialVersionUID = 1L;

    BlobDamaged(Place place, String what) {
        super("blob " + place.organisation() + "/" + place.area() + "/" + place.name() + " is damaged: " + what);
    }
}
