package jp.kiyome.mail.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose mail the next hop has, while its sender was not told so yet: such a mail comes again, and must not be handed over again. Kept in
 * a file, for the sender is not told either when this process is killed in between. The file is written and not forced to the disk: it
 * outlives the process, and where the machine itself goes down, what is missing in it makes a duplicate and never a loss. Threads share it.
 */
public final class HandedOver implements AutoCloseable {

    /** Longer than servers try to send a mail again (RFC 5321 §4.5.4.1). */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final int MOST = 100_000;
    private static final byte[] HEADING = "kiyome handed over 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 32;

    /** A sign, seconds since 1970, a hash. */
    private static final int RECORD = 1 + Long.BYTES + HASH;

    private static final byte HAS = '+';
    private static final byte TOLD = '-';

    /** Records after which the file is written anew, with those alone that still count. */
    private static final int RENEW = 50_000;

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Map<String, Instant> notes = new LinkedHashMap<>();
    private Optional<FileChannel> open = Optional.empty();
    private int records;

    private HandedOver(Optional<Path> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** One that is gone with the process. */
    public static HandedOver inMemory(InstantSource clock) {
        return new HandedOver(Optional.empty(), clock);
    }

    /**
     * One that outlives the process. Whatever a killed one left half written is left out.
     *
     * @param file that no other process has; made when it is missing
     * @throws IOException when it cannot be read or written, or is something else
     */
    public static HandedOver in(Path file, InstantSource clock) throws IOException {
        HandedOver handed = new HandedOver(Optional.of(file), clock);
        if (Files.exists(file)) {
            handed.read(ByteBuffer.wrap(Files.readAllBytes(file)));
        }
        handed.renew(file);
        return handed;
    }

    private void read(ByteBuffer all) throws IOException {
        byte[] heading = new byte[HEADING.length];
        if (all.remaining() >= heading.length) {
            all.get(heading);
        }
        if (!Arrays.equals(heading, HEADING)) {
            throw new IOException("not a file of mail that was handed over");
        }
        byte[] hash = new byte[HASH];
        while (all.remaining() >= RECORD) {
            byte sign = all.get();
            Instant at = Instant.ofEpochSecond(all.getLong());
            all.get(hash);
            apply(sign, HexFormat.of().formatHex(hash), at);
        }
    }

    private void apply(byte sign, String key, Instant at) {
        notes.remove(key);
        if (sign == HAS && at.isAfter(clock.instant().minus(LONGEST))) {
            notes.put(key, at);
            if (notes.size() > MOST) {
                notes.remove(notes.keySet().iterator().next());
            }
        }
    }

    synchronized boolean has(String key) {
        return notes.containsKey(hash(key));
    }

    /** Notes that somebody has something. A note that cannot be written is kept in memory: it is too late to say no. */
    synchronized void note(String key) {
        write(HAS, hash(key));
    }

    /** Whoever sent it has been told, or is told now. */
    synchronized void forget(String key) {
        String hash = hash(key);
        if (notes.containsKey(hash)) {
            write(TOLD, hash);
        }
    }

    private void write(byte sign, String hash) {
        Instant now = clock.instant();
        apply(sign, hash, now);
        if (open.isEmpty()) {
            return;
        }
        try {
            ByteBuffer one = ByteBuffer.allocate(RECORD)
                    .put(sign)
                    .putLong(now.getEpochSecond())
                    .put(HexFormat.of().parseHex(hash))
                    .flip();
            while (one.hasRemaining()) {
                open.get().write(one);
            }
            if (++records > RENEW + 2 * notes.size()) {
                renew(file.orElseThrow());
            }
        } catch (IOException full) {
            // A torn record would shift those behind it; the next one begins a new file, or there is none until the
            // next start.
            renewOrStop();
        }
    }

    private void renewOrStop() {
        try {
            renew(file.orElseThrow());
        } catch (IOException full) {
            stop();
        }
    }

    /** What stands there would soon be wrong. */
    private void stop() {
        try {
            close();
            Files.deleteIfExists(file.orElseThrow());
        } catch (IOException | UncheckedIOException gone) {
            open = Optional.empty();
        }
    }

    private void renew(Path to) throws IOException {
        close();
        ByteBuffer all = ByteBuffer.allocate(HEADING.length + RECORD * notes.size());
        all.put(HEADING);
        notes.forEach((key, at) ->
                all.put(HAS).putLong(at.getEpochSecond()).put(HexFormat.of().parseHex(key)));
        Path beside = to.resolveSibling(to.getFileName() + ".new");
        Files.write(beside, all.array());
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        open = Optional.of(FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        records = notes.size();
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
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open = Optional.empty();
        }
    }
}
