package jp.kiyome.office.odf;

import java.util.Optional;
import jp.kiyome.container.xml.Utf8;

/** What a document stands in: how it gets at pictures and documents inside. */
interface Place {

    /**
     * Judges the address of a picture and replaces it.
     *
     * @param beside whether a carried object stands beside it, of which it is the replacement
     */
    String picture(Utf8 address, boolean beside);

    /** Judges the address of a document inside and replaces it. */
    String document(Utf8 address);

    /** Rebuilds the base64 of a picture. */
    String pictureData(Utf8 base64);

    /** The steps of an address inside the package; empty when it leads out. */
    static Optional<String> inside(String address) {
        String path = address.startsWith("./") ? address.substring(2) : address;
        boolean out = path.isEmpty()
                || path.startsWith("/")
                || path.startsWith("#")
                || path.indexOf(':') >= 0
                || path.indexOf('\\') >= 0
                || path.contains("..")
                || path.contains("//");
        return out ? Optional.empty() : Optional.of(path);
    }
}
