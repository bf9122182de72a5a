package jp.kiyome.mail.relay;

/**
 * Sees each mail from outside, when the store has what it is to keep of it and nobody has been handed any of it. What
 * throws makes the mail come again; then it is seen again. Called by many threads.
 */
@FunctionalInterface
public interface Onlooker {

    void see(Seen mail);

    static Onlooker none() {
        return mail -> {};
    }
}
