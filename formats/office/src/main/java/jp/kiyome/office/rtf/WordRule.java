package jp.kiyome.office.rtf;

import java.util.Set;

/** What {@code words.allow} says of a control word. */
sealed interface WordRule {

    /** A destination that is written as it stands. */
    record Group() implements WordRule {}

    /** A destination that code decides about. */
    record Code() implements WordRule {}

    /** A destination that goes with everything in it. */
    record Drop(String code) implements WordRule {}

    /** A word that goes without a word. */
    record Quiet() implements WordRule {}

    /** A word that goes. */
    record Tell(String code) implements WordRule {}

    /** A word without a number. */
    record Flag() implements WordRule {}

    /** A word with a number, or with none. */
    @SuppressWarnings("AvoidCommonTypeNames")
    record Number(int least, int most) implements WordRule {}

    /** A word with one of a few numbers, or with none. */
    record Listed(Set<Integer> numbers) implements WordRule {

        public Listed {
            numbers = Set.copyOf(numbers);
        }
    }
}
