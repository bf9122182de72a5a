package jp.kiyome.text.css;

/** Told of what a style loses. */
@FunctionalInterface
public interface CssLosses {

    /** Is told of one piece; {@code external} where it would have loaded something, or run. */
    void lost(String what, boolean external);
}
