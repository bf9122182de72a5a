package jp.kiyome.message.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.message.mime.Lines;

/**
 * A boundary for each multipart, made from what stands in it: the same parts have the same boundary. That it stands in no body is looked
 * for, not hoped. Not thread-safe.
 */
final class Boundaries {

    private static final byte[] MARK = "--kiyome_".getBytes(StandardCharsets.US_ASCII);

    private final IdentityHashMap<Entity.Multipart, String> boundaries = new IdentityHashMap<>();

    static Boundaries of(Entity root) {
        Boundaries all = new Boundaries();
        all.digest(root, 0);
        return all;
    }

    String of(Entity.Multipart multipart) {
        String boundary = boundaries.get(multipart);
        if (boundary == null) {
            throw new IllegalStateException("a multipart that was not there");
        }
        return boundary;
    }

    private byte[] digest(Entity entity, int depth) {
        MessageDigest digest = sha256();
        entity.header().forEach(line -> digest.update(line.toString().getBytes(StandardCharsets.US_ASCII)));
        switch (entity) {
            case Entity.Leaf leaf -> digest.update(body(leaf));
            case Entity.Multipart multipart -> {
                digest.update((multipart.type() + depth).getBytes(StandardCharsets.US_ASCII));
                multipart.parts().forEach(part -> digest.update(digest(part, depth + 1)));
                byte[] hash = digest.digest();
                boundaries.put(multipart, unused(multipart, hash));
                return hash;
            }
        }
        return digest.digest();
    }

    private static String unused(Entity.Multipart multipart, byte[] hash) {
        byte[] next = hash;
        String boundary;
        do {
            boundary = "kiyome_" + HexFormat.of().formatHex(next, 0, 16);
            next = sha256().digest(next);
        } while (stands(multipart, boundary));
        return boundary;
    }

    /** Whether a line of a body below begins with it; base64 has no such line. */
    private static boolean stands(Entity entity, String boundary) {
        return switch (entity) {
            case Entity.Leaf leaf -> leaf.form() != BodyForm.BASE64 && stands(leaf.body(), "--" + boundary);
            case Entity.Multipart multipart -> multipart.parts().stream().anyMatch(part -> stands(part, boundary));
        };
    }

    private static boolean stands(Content body, String delimiter) {
        byte[] wanted = delimiter.getBytes(StandardCharsets.US_ASCII);
        Lines lines = new Lines(body, 0, body.size());
        while (lines.next()) {
            if (lines.startsWith(MARK) && lines.startsWith(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** By a hash that nobody finds a body for: whoever could foresee the boundary could write it where a long line is broken. */
    private static byte[] body(Entity.Leaf leaf) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 14];
        Content body = leaf.body();
        for (long at = 0; at < body.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, body.size() - at);
            body.copy(at, buffer, 0, length);
            digest.update(buffer, 0, length);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
