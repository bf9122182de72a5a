package jp.kiyome.mail.rules;

/** Looks at one fact. Threads share it. */
@FunctionalInterface
interface Check {

    Answer of(Facts facts);
}
