package jp.kiyome.app.screen;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import jp.kiyome.app.say.Say;

/**
 * How far a long piece of work is, with its rate and the time that is left by it, on standard error: a bar on a terminal's last
 * line, else a line now and then. Threads may share it.
 */
public final class Pace {

    private static final int BAR = 24;
    private static final String ERASE_LINE = "\r\u001B[K";
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(30);

    private final Voice voice;
    private long from = -1;
    private long fromTime;
    private long said;
    private boolean drawn;

    public Pace(Voice voice) {
        this.voice = voice;
        this.said = System.nanoTime();
    }

    /** Tells how far it is. The rate is counted from the first time on: what was done before that cost nothing now. */
    public synchronized void at(long done, long total) {
        long now = System.nanoTime();
        if (from < 0) {
            from = done;
            fromTime = now;
        }
        double seconds = (now - fromTime) / 1e9;
        double rate = seconds <= 0 ? 0 : (done - from) / seconds;
        String text = text(done, total, rate);
        PrintStream err = voice.shell().err();
        if (voice.shell().terminal()) {
            int full = total == 0 ? BAR : (int) (BAR * done / total);
            String line = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + text;
            err.print(ERASE_LINE + Columns.start(line, Math.max(0, voice.shell().columns() - 1)));
            err.flush();
            drawn = true;
        } else if (now - said >= NOW_AND_THEN.toNanos()) {
            said = now;
            voice.complain(text);
        }
    }

    private String text(long done, long total, double rate) {
        String counted = done + "/" + total;
        if (rate <= 0 || done >= total) {
            return counted;
        }
        return voice.text(
                Say.PACE, counted, String.format(Locale.ROOT, "%.1f", rate), left(Math.round((total - done) / rate)));
    }

    /** For example {@code 1:02:03} or {@code 4:05}. */
    static String left(long seconds) {
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }

    /** Clears the line for what is said next. */
    public synchronized void clear() {
        if (drawn) {
            voice.shell().err().print(ERASE_LINE);
            voice.shell().err().flush();
            drawn = false;
        }
    }
}
