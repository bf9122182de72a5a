package jp.kiyome.quarantine.item;

import static jp.kiyome.quarantine.item.State.APPROVED;
import static jp.kiyome.quarantine.item.State.DELIVERED;
import static jp.kiyome.quarantine.item.State.ERASED;
import static jp.kiyome.quarantine.item.State.EXPIRED;
import static jp.kiyome.quarantine.item.State.HELD;
import static jp.kiyome.quarantine.item.State.PROCESSING;
import static jp.kiyome.quarantine.item.State.REBUILT;
import static jp.kiyome.quarantine.item.State.RECEIVED;
import static jp.kiyome.quarantine.item.State.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StateTest {

    @Test
    void theWholeWayExists() {
        List<State> way = List.of(RECEIVED, PROCESSING, REBUILT, HELD, REQUESTED, APPROVED, DELIVERED, EXPIRED, ERASED);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).insistMayBecome(way.get(i));
        }
    }

    @Test
    void nothingIsDeliveredThatWasNeitherRebuiltNorApproved() {
        for (State from : State.values()) {
            assertThat(from.next().contains(DELIVERED)).as(from.name()).isEqualTo(from == REBUILT || from == APPROVED);
        }
    }

    @Test
    void nothingIsApprovedThatWasNotRequested() {
        for (State from : State.values()) {
            assertThat(from.next().contains(APPROVED)).as(from.name()).isEqualTo(from == REQUESTED);
        }
    }

    @Test
    void whatIsErasedStaysSoAndOnlyWhatExpiredIsErased() {
        assertThat(ERASED.next()).isEmpty();
        for (State from : State.values()) {
            assertThat(from.next().contains(ERASED)).as(from.name()).isEqualTo(from == EXPIRED);
        }
        assertThatThrownBy(() -> DELIVERED.insistMayBecome(ERASED)).isInstanceOf(IllegalMove.class);
    }
}
