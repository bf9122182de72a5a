package jp.kiyome.container.xml;

/** What hooks say most. Not in {@link ElementHook} itself: an interface with constants keeps its lambdas out of the cache of a cold start. */
final class KeepEverything {

    static final ElementHook.Fate FATE = new ElementHook.Fate.Keep();
    static final ElementHook.Fate UNWRAP = new ElementHook.Fate.Unwrap();
    static final ElementHook HOOK = (name, attributes) -> FATE;

    private KeepEverything() {}
}
