package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;

/** All that reading a whole archive yields. */
record ReadZip(Map<String, String> texts, List<Finding> findings) {

    static ReadZip of(byte[] archive) {
        return of(HeapContent.of(archive), new Budget(Limits.defaults(), archive.length));
    }

    static ReadZip of(Content archive, Budget budget) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipArchive zip = ZipArchive.open(archive, budget, findings::add)) {
            for (ZipMember member : zip.members()) {
                try (InputStream in = zip.open(member)) {
                    texts.put(member.name(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadZip(texts, findings);
    }

    List<String> codes() {
        return findings.stream().map(f -> f.kind().code()).distinct().toList();
    }
}
