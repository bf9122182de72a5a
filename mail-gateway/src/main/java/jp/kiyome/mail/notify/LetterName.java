package jp.kiyome.mail.notify;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;

/** Names letters by what they tell whom: the same is told once. Stateless. */
public final class LetterName {

    private LetterName() {}

    /** 64 hex digits. */
    public static String of(String... words) {
        String all = String.join("\n", words);
        return Digest.of(HeapContent.of(all.getBytes(StandardCharsets.UTF_8))).sha256();
    }
}
