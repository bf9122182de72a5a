package jp.kiyome.image.svg;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;

/** Raster pictures inside the document, as data: URLs (RFC 2397). One document, one thread. */
final class SvgPictures {

    private static final Set<String> RASTER = Set.of("png", "jpeg", "gif", "bmp", "tiff", "webp");
    private static final String BASE64 = ";base64";

    private final Session session;
    private int count;

    SvgPictures(Session session) {
        this.session = session;
    }

    /** The URL with the picture rebuilt; empty when there is none that can be. */
    Optional<String> rebuilt(String url) {
        return decoded(url).flatMap(bytes -> {
            String name = "image-" + ++count + "." + extension(url);
            return switch (session.child(name, HeapContent.of(bytes), RASTER)) {
                case Nested.Clean(var type, var _, Content content) ->
                    Optional.of("data:" + type.mediaType() + BASE64 + "," + encoded(content));
                case Nested.Refused refused -> Optional.<String>empty();
            };
        });
    }

    static boolean isData(String url) {
        return url.strip().regionMatches(true, 0, "data:", 0, 5);
    }

    private static String extension(String url) {
        String type = url.substring(url.indexOf('/') + 1, Math.max(url.indexOf('/') + 1, url.indexOf(';')));
        String plain = type.toLowerCase(Locale.ROOT);
        return RASTER.contains(plain) ? plain : plain.equals("jpg") ? "jpeg" : "bin";
    }

    private static Optional<byte[]> decoded(String url) {
        String text = url.strip();
        int comma = text.indexOf(',');
        if (!isData(text)
                || comma < 0
                || !text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(BASE64)) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = comma + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                c = (char) (high * 16 + low);
                i += 2;
            }
            if (" \t\r\n=".indexOf(c) < 0) {
                digits.append(c);
            }
        }
        try {
            return Optional.of(Base64.getDecoder().decode(digits.toString().getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encoded(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
