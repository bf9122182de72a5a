package jp.kiyome.bridge.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import jp.kiyome.core.content.Content;

/** Bodies of requests that are read from a content as the other side takes them, their length told in advance. */
public final class ContentBody {

    private ContentBody() {}

    public static BodyPublisher of(Content content) {
        return between(new byte[0], content, new byte[0]);
    }

    /** A content with something before and after it. */
    public static BodyPublisher between(byte[] before, Content content, byte[] after) {
        long length = before.length + content.size() + after.length;
        if (length == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> joined(before, content, after)), length);
    }

    private static InputStream joined(byte[] before, Content content, byte[] after) {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), content.stream(), new ByteArrayInputStream(after))));
    }
}
