package jp.kiyome.mail.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose mail the next hop has, while its sender was not told so yet: such a mail comes again, and must not be handed over again. Kept in
 * a file, for the sender is not told either when this process is killed in between. The file is written and not forced to the disk: it
 * outlives the process, and where the machine itself goes down, what is missing in it makes a duplicate and never a loss. Its room is
 * taken beforehand, so that it can be written when the disk is full. Threads share it.
 */
public final class HandedOver implements AutoCloseable {

    /** Longer than servers try to send a mail again (RFC 5321 §4.5.4.1). */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final int MOST = 100_000;

    /** Places that are made at a time. */
    private static final int MORE = 4_096;

    /** A heading, then places of this size, so that none crosses a page: what a kill interrupts is whole or not there. */
    private static final int PLACE = 64;

    private static final byte[] HEADING =
            Arrays.copyOf("kiyome handed over 2\n".getBytes(StandardCharsets.US_ASCII), PLACE);
    private static final byte[] FREE = {0};
    private static final byte HAS = '+';
    private static final int HASH = 32;

    /** Of a note that is in memory alone. */
    private static final int NOWHERE = -1;

    private final Optional<FileChannel> file;
    private final InstantSource clock;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int made;

    private HandedOver(Optional<FileChannel> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** One that is gone with the process. */
    public static HandedOver inMemory(InstantSource clock) {
        return new HandedOver(Optional.empty(), clock);
    }

    /**
     * One that outlives the process.
     *
     * @param file that no other process has; made when it is missing
     * @throws IOException when it cannot be read or written, has no room, or is something else
     */
    public static HandedOver in(Path file, InstantSource clock) throws IOException {
        FileChannel open =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            HandedOver handed = new HandedOver(Optional.of(open), clock);
            handed.read(open);
            return handed;
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    private void read(FileChannel from) throws IOException {
        if (from.size() == 0) {
            write(from, HEADING, 0);
        }
        byte[] heading = new byte[PLACE];
        fill(from, ByteBuffer.wrap(heading), 0);
        if (!Arrays.equals(heading, HEADING)) {
            throw new IOException("not a file of mail that was handed over");
        }
        made = Math.toIntExact((from.size() - PLACE) / PLACE);
        Instant oldest = clock.instant().minus(LONGEST);
        for (int place = 0; place < made; place++) {
            ByteBuffer one = ByteBuffer.allocate(PLACE);
            fill(from, one, at(place));
            byte[] hash = new byte[HASH];
            boolean has =
                    one.get() == HAS && Instant.ofEpochSecond(one.getLong()).isAfter(oldest);
            one.get(hash);
            if (has) {
                places.put(HexFormat.of().formatHex(hash), place);
            } else {
                free.add(place);
            }
        }
        if (free.isEmpty()) {
            makeMore(from);
        }
    }

    private static long at(int place) {
        return (1L + place) * PLACE;
    }

    private static void fill(FileChannel from, ByteBuffer one, long at) throws IOException {
        int read = 0;
        while (one.hasRemaining() && read >= 0) {
            read = from.read(one, at + one.position());
        }
        one.rewind();
    }

    private static void write(FileChannel to, byte[] bytes, long at) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining()) {
            to.write(all, at + all.position());
        }
    }

    private void makeMore(FileChannel in) throws IOException {
        write(in, new byte[MORE * PLACE], at(made));
        for (int i = 0; i < MORE; i++) {
            free.add(made++);
        }
    }

    synchronized boolean has(String key) {
        return places.containsKey(hash(key));
    }

    /** Notes that somebody has something. A note that cannot be written is kept in memory: it is too late to say no. */
    synchronized void note(String key) {
        String hash = hash(key);
        if (places.containsKey(hash)) {
            return;
        }
        if (places.size() >= MOST) {
            drop(places.keySet().iterator().next());
        }
        places.put(hash, place(hash));
    }

    /** Whoever sent it has been told. */
    synchronized void forget(String key) {
        drop(hash(key));
    }

    private int place(String hash) {
        if (file.isEmpty()) {
            return NOWHERE;
        }
        try {
            if (free.isEmpty()) {
                makeMore(file.get());
            }
            int place = free.element();
            write(
                    file.get(),
                    ByteBuffer.allocate(PLACE)
                            .put(HAS)
                            .putLong(clock.instant().getEpochSecond())
                            .put(HexFormat.of().parseHex(hash))
                            .array(),
                    at(place));
            free.remove();
            return place;
        } catch (IOException full) {
            return NOWHERE;
        }
    }

    private void drop(String hash) {
        Integer place = places.remove(hash);
        if (place == null || place == NOWHERE || file.isEmpty()) {
            return;
        }
        try {
            write(file.get(), FREE, at(place));
            free.add(place);
        } catch (IOException broken) {
            // The note stays where it is and counts at the next start: its mail was told yes and does not come again.
            return;
        }
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
