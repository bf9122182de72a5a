package jp.kiyome.bridge.cape;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import jp.kiyome.bridge.http.ContentBody;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.core.text.Ascii;

/**
 * Forms with a file (RFC 7578). The boundary is made from the file's own hash, which no file can hold; fields are our own.
 *
 * @param boundary between the parts
 * @param body with all parts
 */
record Multipart(String boundary, BodyPublisher body) {

    private static final int MOST_NAME = 100;

    static Multipart of(Submission submission, String tags) {
        String boundary = "kiyome-" + submission.digest().sha256();
        StringBuilder head = new StringBuilder();
        if (!tags.isEmpty()) {
            field(head, boundary, "tags", tags);
        }
        String end = "\r\n--" + boundary + "--\r\n";
        return switch (submission) {
            case Submission.WithContent with -> {
                head.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
                head.append(fileName(with.name().unescaped()));
                head.append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
                yield new Multipart(boundary, ContentBody.between(bytes(head), with.content(), bytes(end)));
            }
            case Submission.OfUrl url -> {
                field(head, boundary, "url", url.url());
                head.setLength(head.length() - 2);
                yield new Multipart(boundary, BodyPublishers.ofByteArray(bytes(head.append(end))));
            }
        };
    }

    private static void field(StringBuilder form, String boundary, String name, String value) {
        form.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
        form.append(name).append("\"\r\n\r\n").append(value).append("\r\n");
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The extension tells CAPE how to open a file; other characters become underscores. */
    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .skip(Math.max(0, name.codePointCount(0, name.length()) - MOST_NAME))
                .forEach(c -> safe.append(Ascii.isLetterOrDigit(c) || c == '.' || c == '-' ? (char) c : '_'));
        return safe.isEmpty() ? "file" : safe.toString();
    }
}
