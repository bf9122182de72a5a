package jp.kiyome.cad.jww;

/**
 * A CString.
 *
 * @param wide whether it is written in UTF-16, as Jw_cad 8 and later do, and not in code page 932
 */
record JwwText(String text, boolean wide) {

    JwwText with(String other) {
        return new JwwText(other, wide);
    }
}
