package jp.kiyome.core.jail.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kiyome.core.jail.wire.Frames;
import jp.kiyome.core.jail.wire.MalformedFrame;
import jp.kiyome.core.jail.wire.Request;

/**
 * The pipe to a worker, such that no worker can make the one who asks wait: a thread speaks, another listens, and a worker that
 * floods the pipe is left standing when the next answer is full.
 */
final class Pipe {

    private final Frames frames;
    private final BlockingQueue<Request> toSay = new ArrayBlockingQueue<>(4);
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(2);
    private final Thread speaker;
    private final Thread listener;

    Pipe(Frames frames, String name) {
        this.frames = frames;
        speaker = Thread.ofPlatform().daemon().name("to " + name).start(this::speak);
        listener = Thread.ofPlatform().daemon().name("from " + name).start(this::listen);
    }

    /** Whether there was room for it: a worker that takes nothing gets nothing more. */
    boolean say(Request request) {
        return toSay.offer(request);
    }

    Optional<Heard> hear(Duration time) {
        try {
            return Optional.ofNullable(heard.poll(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether something was said that nobody asked for. */
    boolean hasMore() {
        return !heard.isEmpty();
    }

    /** The worker is dead: the threads may go. */
    void close() {
        speaker.interrupt();
        listener.interrupt();
    }

    private void speak() {
        try {
            while (true) {
                frames.send(toSay.take());
            }
        } catch (InterruptedException | IOException over) {
            // Whoever waits for an answer hears that the worker is gone.
            return;
        }
    }

    private void listen() {
        try {
            while (true) {
                heard.put(new Heard.Said(frames.answer()));
            }
        } catch (MalformedFrame noise) {
            heard.offer(new Heard.Noise(String.valueOf(noise.getMessage())));
        } catch (IOException | InterruptedException gone) {
            heard.offer(new Heard.Silence());
        }
    }
}
