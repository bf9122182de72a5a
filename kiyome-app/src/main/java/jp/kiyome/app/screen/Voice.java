package jp.kiyome.app.screen;

import jp.kiyome.app.say.Say;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.text.Language;
import jp.kiyome.core.text.Messages;

/** Speaks to the person before the screen, in one language. Threads may share it. */
public final class Voice {

    private final Shell shell;
    private final Language language;
    private final Messages<Say> texts = Messages.of(Say.class);

    public Voice(Shell shell, Language language) {
        this.shell = shell;
        this.language = language;
    }

    public Shell shell() {
        return shell;
    }

    public Language language() {
        return language;
    }

    public String text(Say say, Object... values) {
        return texts.text(say, values).in(language);
    }

    /** A line on standard output. */
    public void report(String line) {
        shell.out().print(line + "\n");
    }

    /** A line on standard error, behind the program's name. */
    public void complain(Say say, Object... values) {
        complain(text(say, values));
    }

    /** A finished line on standard error, behind the program's name. */
    public void complain(String line) {
        shell.err().print("kiyome: " + line + "\n");
        shell.err().flush();
    }

    /** A path as it can be shown: whoever named the file may have wanted to deceive. */
    public static Untrusted shown(Object path) {
        return Untrusted.of(path.toString());
    }
}
