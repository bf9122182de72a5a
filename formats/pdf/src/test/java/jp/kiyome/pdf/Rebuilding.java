package jp.kiyome.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;

/**
 * Puts one file through the engine and keeps what came of it.
 *
 * @param outcome the name of what it ended as
 * @param codes of all findings and of the reason, if any
 * @param output as characters of one byte each; empty where there is none
 */
public record Rebuilding(String outcome, List<String> codes, String output) {

    /** What a file of one page needs besides its contents and what they draw: objects 1 to 3; contents are object 4. */
    public static String page(String resources, String content, String... objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources" + resources
                + ">>endobj\n");
        file.append(stream(4, "", content));
        for (String object : objects) {
            file.append(object).append('\n');
        }
        return file + "trailer<</Root 1 0 R/Size 99>>\n%%EOF\n";
    }

    public static String stream(int number, String entries, String data) {
        return number + " 0 obj<</Length " + data.length() + entries + ">>stream\n" + data + "\nendstream endobj\n";
    }

    public static Rebuilding of(String file) {
        return of(file, Policy.defaults());
    }

    public static Rebuilding keepingAttachments(String file) {
        return of(file, Policy.of(Set.of(), Map.of(), Map.of("pdf.attachments", "keep"), Limits.defaults()));
    }

    public static Rebuilding of(String file, Policy policy) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
            Engine engine = new Engine(Registry.ofClassPath(), policy, content -> "");
            Outcome outcome = engine.sanitize(Job.of("file.pdf", HeapContent.of(bytes), workspace));
            String output = outcome instanceof Outcome.Rebuilt rebuilt
                    ? new String(rebuilt.content().stream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    : "";
            List<String> codes = new ArrayList<>();
            outcome.report()
                    .findings()
                    .forEach(finding -> codes.add(finding.kind().code()));
            outcome.report()
                    .reason()
                    .ifPresent(finding -> codes.add(finding.kind().code()));
            return new Rebuilding(outcome.getClass().getSimpleName(), codes, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output with the data of all Flate streams, decoded, behind it: where to look for words. */
    public String text() {
        StringBuilder text = new StringBuilder(output);
        for (int at = output.indexOf("\nstream\n"); at >= 0; at = output.indexOf("\nstream\n", at + 1)) {
            byte[] rest = output.substring(at + 8).getBytes(StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            try {
                new InflaterInputStream(new ByteArrayInputStream(rest)).transferTo(plain);
                text.append('\n').append(plain.toString(StandardCharsets.ISO_8859_1));
            } catch (IOException notFlate) {
                // Codes of pictures hold no words.
            }
        }
        return text.toString();
    }
}
