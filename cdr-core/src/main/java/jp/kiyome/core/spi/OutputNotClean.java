package jp.kiyome.core.spi;

/** An output failed its verification: an error of Kiyome's own. The file ends as <i>failed</i>. */
public final class OutputNotClean extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputNotClean(String why) {
        super(why);
    }
}
