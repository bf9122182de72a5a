package jp.kiyome.text.css;

/** Told of what a style loses. */
@FunctionalInterface
public interface CssLosses {

    /** @param external whether it would have loaded something, or run */
    void lost(String what, boolean external);
}
