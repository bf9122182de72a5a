package jp.kiyome.bridge.retro;

/** Remembers what was told, so that nobody is told twice. Should outlive the process. Threads may share it. */
@FunctionalInterface
public interface AlertLog {

    /** Whether this source has not yet been told about this hash and this delivery; remembers that it now has. */
    boolean isNew(String sha256, String source, String reference);
}
