package jp.kiyome.testcorpus.scan.pdf;

/** Takes what is found. */
public interface Found {

    /** It acts, links out, hides or tells. */
    void vector(String where, String what);

    /** It points at something that is not there. */
    void dangling(String where, String what);

    /** No canonical writer would write it. */
    void structure(String where, String what);
}
