package jp.kiyome.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** And, or and not over what holds, does not hold, and is not known. */
class LogicTest {

    @Property
    void notTwiceIsAsBefore(@ForAll Holds one) {
        assertThat(one.not().not()).isEqualTo(one);
    }

    @Property
    void whatIsNotAllIsAnyOfWhatIsNot(@ForAll List<Holds> some) {
        List<Holds> opposite = some.stream().map(Holds::not).toList();
        assertThat(Holds.all(some).not()).isEqualTo(Holds.any(opposite));
    }

    @Property
    void theirOrderDoesNotCount(@ForAll List<Holds> some) {
        assertThat(Holds.all(some.reversed())).isEqualTo(Holds.all(some));
        assertThat(Holds.any(some.reversed())).isEqualTo(Holds.any(some));
    }

    /** Whatever becomes known later, a decision that was made without it stands. */
    @Property
    void whatIsDecidedDoesNotHangOnWhatIsUnknown(@ForAll List<Holds> some, @ForAll Holds later) {
        List<Holds> known =
                some.stream().map(one -> one == Holds.UNKNOWN ? later : one).toList();
        if (Holds.all(some) != Holds.UNKNOWN) {
            assertThat(Holds.all(known)).isEqualTo(Holds.all(some));
        }
        if (Holds.any(some) != Holds.UNKNOWN) {
            assertThat(Holds.any(known)).isEqualTo(Holds.any(some));
        }
    }

    @Property
    void oneMoreMakesAllNoLikelierAndAnyNoLess(@ForAll List<Holds> some, @ForAll Holds more) {
        List<Holds> longer = new java.util.ArrayList<>(some);
        longer.add(more);
        assertThat(Holds.all(longer)).isLessThanOrEqualTo(Holds.all(some));
        assertThat(Holds.any(longer)).isGreaterThanOrEqualTo(Holds.any(some));
    }
}
