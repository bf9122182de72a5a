package jp.kiyome.mail.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedOverTest {

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T01:00:00Z"));

    private Path file() {
        return folder.resolve("handed-over");
    }

    private HandedOver open() throws IOException {
        return HandedOver.in(file(), now::get);
    }

    /** Nothing is closed: a process that is killed closes nothing. */
    @Test
    void whatWasNotedOutlivesTheProcess() throws IOException {
        HandedOver killed = open();
        killed.note("mail x");
        killed.note("mail y");
        killed.forget("mail y");
        try (HandedOver next = open()) {
            assertThat(next.has("mail x")).isTrue();
            assertThat(next.has("mail y")).isFalse();
            assertThat(next.has("mail z")).isFalse();
        }
    }

    /** As when it is killed while it makes more room. */
    @Test
    void whatIsTornAtTheEndIsLeftOut() throws IOException {
        HandedOver killed = open();
        killed.note("mail x");
        byte[] whole = Files.readAllBytes(file());
        for (int less = 1; less < 200; less++) {
            Files.write(file(), Arrays.copyOf(whole, whole.length - less));
            try (HandedOver next = open()) {
                assertThat(next.has("mail x")).isTrue();
                next.note("mail z");
            }
            try (HandedOver after = open()) {
                assertThat(after.has("mail x") && after.has("mail z")).isTrue();
            }
        }
    }

    /** On a full disk, where nothing new has room, there is room for a note. */
    @Test
    void roomIsTakenBeforehand() throws IOException {
        try (HandedOver handed = open()) {
            byte[] before = Files.readAllBytes(file());
            for (int i = 0; i < 4_000; i++) {
                handed.note("mail " + i);
            }
            assertThat(Files.size(file())).isEqualTo(before.length);
            assertThat(open().has("mail 3999")).isTrue();
        }
    }

    @Test
    void thereIsRoomForMoreThanBefore() throws IOException {
        try (HandedOver handed = open()) {
            for (int i = 0; i < 10_000; i++) {
                handed.note("mail " + i);
            }
        }
        try (HandedOver next = open()) {
            assertThat(next.has("mail 0") && next.has("mail 5000") && next.has("mail 9999"))
                    .isTrue();
        }
    }

    @Test
    void nothingIsRememberedForEver() throws IOException {
        open().note("mail x");
        now.set(now.get().plus(Duration.ofDays(8)));
        assertThat(open().has("mail x")).isFalse();
    }

    @Test
    void theFileDoesNotGrowWithTheMail() throws IOException {
        try (HandedOver handed = open()) {
            handed.note("stays");
            for (int i = 0; i < 60_000; i++) {
                handed.note("mail " + i);
                handed.forget("mail " + i);
            }
            assertThat(Files.size(file())).isLessThan(3_000_000);
        }
        assertThat(open().has("stays")).isTrue();
        assertThat(open().has("mail 1")).isFalse();
    }

    @Test
    void anotherFileIsNotTakenForOne() throws IOException {
        Files.writeString(file(), "something else that stands here\n", StandardOpenOption.CREATE_NEW);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        assertThat(file()).content().startsWith("something else");
    }
}
