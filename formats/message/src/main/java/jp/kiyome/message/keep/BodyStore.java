package jp.kiyome.message.keep;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/** What bodies of the new message are made of, one behind the other in one place, so that memory does not grow with them. Not thread-safe. */
final class BodyStore {

    private final Sink sink;

    BodyStore(Sink sink) {
        this.sink = sink;
    }

    /** A stretch of what {@link #finish} gives. */
    record Span(long from, long length) {
        Content in(Content store) {
            return store.slice(from, length);
        }
    }

    Span add(Content content) {
        Span span = new Span(sink.position(), content.size());
        byte[] buffer = new byte[1 << 14];
        for (long at = 0; at < content.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            sink.write(buffer, 0, length);
        }
        return span;
    }

    Content finish() {
        return sink.finish();
    }
}
