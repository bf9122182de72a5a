package jp.kiyome.core.jail.pool;

import jp.kiyome.core.jail.wire.Answer;

/** What came out of a worker's pipe. */
sealed interface Heard {

    /** A whole, well-formed answer. */
    record Said(Answer answer) implements Heard {}

    /** Something else. Nothing follows. */
    record Noise(String why) implements Heard {}

    /** The end. Nothing follows. */
    record Silence() implements Heard {}
}
