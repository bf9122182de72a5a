package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** A token that stands where nothing may be carried over from. */
final class Canary {

    static final String TOKEN = "CANARY-7f3a9c51e2";

    private Canary() {}

    static String in(String before) {
        return before + TOKEN + "<script>";
    }

    static byte[] bytes() {
        return TOKEN.getBytes(StandardCharsets.US_ASCII);
    }

    static void assertGone(byte[] output) {
        assertThat(new String(output, StandardCharsets.ISO_8859_1)).doesNotContain(TOKEN);
    }
}
