package jp.kiyome.mail.unlock;

import java.time.Instant;
import java.util.List;
import jp.kiyome.quarantine.item.Actor;

/** Where passwords come from. What they are is in no text of these. */
sealed interface Source {

    /** Who is to be named as having tried. */
    Actor who();

    /**
     * Another mail.
     *
     * @param id of it
     * @param at when it came
     * @param candidates passwords it may name
     */
    record Mail(String id, Instant at, List<String> candidates) implements Source {

        static final Actor GATEWAY = Actor.service("mail-gateway");

        public Mail {
            candidates = List.copyOf(candidates);
        }

        @Override
        public Actor who() {
            return GATEWAY;
        }

        @Override
        public String toString() {
            return "Mail[" + id + "]";
        }
    }

    /** A person. */
    record Person(Actor who, List<String> candidates) implements Source {

        public Person {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String toString() {
            return "Person[" + who + "]";
        }
    }

    List<String> candidates();
}
