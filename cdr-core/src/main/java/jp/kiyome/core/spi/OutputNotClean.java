package jp.kiyome.core.spi;

import jp.kiyome.core.content.Content;

/** An output failed its verification: an error of Kiyome's own. The file ends as <i>failed</i>. */
public final class OutputNotClean extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutputNotClean(String why) {
        super(why);
    }

    /**
     * What a verification that rebuilds once more asks in the end.
     *
     * @throws OutputNotClean unless both are the same, byte for byte
     */
    public static void unlessSame(Content output, Content again) {
        long at = output.segment().mismatch(again.segment());
        if (at != -1) {
            throw new OutputNotClean("rebuilding it once more changes it at byte " + at);
        }
    }
}
