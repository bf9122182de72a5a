package jp.kiyome.approval.request;

import jp.kiyome.quarantine.audit.Change;

/** Tells people of requests. What it writes is part of the change that it tells of. Threads share it. */
public interface Messenger {

    void tell(Change change, News news);

    /** One that tells nobody. */
    static Messenger silent() {
        return (change, news) -> {};
    }
}
