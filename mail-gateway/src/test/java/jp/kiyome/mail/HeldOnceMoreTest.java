package jp.kiyome.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.kiyome.mail.fixture.FakeHop;
import jp.kiyome.mail.fixture.House;
import jp.kiyome.mail.fixture.Talker;
import jp.kiyome.quarantine.item.Hit;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail that comes again has the id of the first time, and what became of the first must not be taken for what becomes of it now. */
class HeldOnceMoreTest {

    private static final String CHANGED = "X-Stub: find\r\n" + House.MAIL;
    private static final String BLOCKED = "X-Stub: block\r\n" + House.MAIL;

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String send(String mail, String... to) {
        try (Talker client = house.client()) {
            return client.mail("s@sender.example", mail, to);
        }
    }

    @Test
    void whatWasDeliveredTheFirstTimeIsHeldWhenItCannotBeDeliveredNow() {
        assertThat(send(CHANGED, "x@a.example", "y@b.example")).startsWith("250");
        assertThat(house.items("city-b")).extracting(Hit::state).containsExactly(State.DELIVERED);
        house.b.behave(FakeHop.Manner.SAY_LATER_AFTER_DOT);
        assertThat(send(CHANGED, "x@a.example", "y@b.example")).startsWith("250");
        assertThat(house.b.taken()).hasSize(1);
        assertThat(house.items("city-b")).extracting(Hit::state).containsExactlyInAnyOrder(State.DELIVERED, State.HELD);
        assertThat(house.notices.getLast().reference())
                .isEqualTo(house.items("city-b").stream()
                        .filter(hit -> hit.state() == State.HELD)
                        .map(hit -> hit.id().toString())
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void whatHasExpiredIsHeldAnew() {
        assertThat(send(BLOCKED, "x@a.example")).startsWith("250");
        house.expire("city-a", house.items("city-a").getFirst().id());
        for (int i = 0; i < 2; i++) {
            assertThat(send(BLOCKED, "x@a.example")).startsWith("250");
            assertThat(house.items("city-a"))
                    .extracting(Hit::state)
                    .containsExactlyInAnyOrder(State.EXPIRED, State.HELD);
        }
    }
}
