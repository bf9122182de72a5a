package jp.kiyome.image.svg;

/** Told of what does not stay. */
@FunctionalInterface
interface CssLosses {

    /** Takes a kind of finding, and what stood there. */
    void lost(String code, String what);
}
