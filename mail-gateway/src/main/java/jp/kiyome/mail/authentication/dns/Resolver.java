package jp.kiyome.mail.authentication.dns;

/** Knows the domain name system. Threads share it. */
@FunctionalInterface
public interface Resolver {

    /** Waits until the deadline and not longer; never throws for what a server says or does not say. */
    Answer ask(Question question, Deadline deadline);
}
