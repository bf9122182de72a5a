package jp.kiyome.app.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;

/** A file that cannot be read or written, in words for the person at the screen. */
public final class FileTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final Say say;
    private final transient Object[] values;

    public FileTrouble(Say say, Object... values) {
        super(say.toString(), null, false, false);
        this.say = say;
        this.values = values.clone();
    }

    public static FileTrouble reading(Object path, IOException cause) {
        return switch (cause) {
            case NoSuchFileException missing -> new FileTrouble(Say.NO_SUCH_FILE, Voice.shown(path));
            case AccessDeniedException denied -> new FileTrouble(Say.NOT_READABLE, Voice.shown(path));
            case IOException other -> new FileTrouble(Say.CANNOT_READ, Voice.shown(path), why(other));
        };
    }

    public static FileTrouble writing(Object path, IOException cause) {
        return isDiskFull(cause)
                ? new FileTrouble(Say.DISK_FULL, Voice.shown(path))
                : new FileTrouble(Say.CANNOT_WRITE, Voice.shown(path), why(cause));
    }

    /** What to tell, in the language of the voice. */
    public String text(Voice voice) {
        return voice.text(say, values);
    }

    /** The operating system's own words; Java has no class for a full disk (POSIX: ENOSPC, EDQUOT). */
    private static boolean isDiskFull(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }

    private static Object why(IOException cause) {
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return Voice.shown(reason == null ? cause.getClass().getSimpleName() : reason);
    }

    static IOException unwrapped(UncheckedIOException wrapped) {
        IOException cause = wrapped.getCause();
        return cause == null ? new IOException(wrapped.getMessage()) : cause;
    }
}
