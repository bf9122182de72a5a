package jp.kiyome.testcorpus.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.policy.Policy;

/** Processor time of rebuilding and verifying large files of characters, warm and in one thread. */
public final class TextTable {

    private static final int ROUNDS = 3;

    private record Kind(String name, String charset, String head, IntFunction<String> line, String tail) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("log, ASCII", "US-ASCII", "", i -> "2026-11-22T10:00:00 INFO handled in 12 ms id=" + i + "\n", ""),
            new Kind("log, UTF-8", "UTF-8", "", i -> "2026-11-22T10:00:00 INFO 処理を開始しました id=" + i + "\n", ""),
            new Kind("txt, Shift_JIS", "windows-31j", "", i -> "令和八年度の予算（案）について、お知らせします。" + i + "\r\n", ""),
            new Kind(
                    "csv, UTF-8",
                    "UTF-8",
                    "",
                    i -> i + ",山田太郎,\"東京都, 千代田区\",-1234.5,+81-3-1234-5678,2026/04/01\r\n",
                    ""),
            new Kind(
                    "json, UTF-8",
                    "UTF-8",
                    "[\n",
                    i -> "{\"番号\": " + i + ", \"名前\": \"山田太郎\", \"v\": [1.5, true]},\n",
                    "1]\n"),
            new Kind(
                    "xml, UTF-8",
                    "UTF-8",
                    "<a>\n",
                    i -> "<row id=\"" + i + "\"><n>山田太郎</n><v>1.5</v></row>\n",
                    "</a>\n"),
            new Kind(
                    "html, UTF-8",
                    "UTF-8",
                    "<html><body>",
                    i -> "<p>段落<b>" + i + "</b>の文章です。日頃よりご協力いただきありがとうございます。</p>\n",
                    "</body></html>\n"));

    private TextTable() {}

    /** The table, for files of so many megabytes; pages are of 4 at most. */
    public static String measure(int megabytes) {
        Engine engine = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%-16s %8s %9s %8s%n", "kind", "MB", "ms", "MB/s"));
        for (Kind kind : KINDS) {
            String extension = kind.name.substring(0, kind.name.indexOf(','));
            byte[] bytes = file(kind, (extension.equals("html") ? Math.min(4, megabytes) : megabytes) * 1_000_000);
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, CpuTime.of(() -> sanitize(engine, "bench." + extension, bytes)));
            }
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %8.1f %9.0f %8.1f%n",
                    kind.name,
                    bytes.length / 1e6,
                    best / 1e6,
                    bytes.length * 1e3 / best));
        }
        return text.toString();
    }

    private static byte[] file(Kind kind, int size) {
        Charset charset = Charset.forName(kind.charset);
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        out.writeBytes(kind.head.getBytes(charset));
        for (int i = 0; out.size() < size; i++) {
            out.writeBytes(kind.line.apply(i).getBytes(charset));
        }
        out.writeBytes(kind.tail.getBytes(charset));
        return out.toByteArray();
    }

    private static void sanitize(Engine engine, String name, byte[] bytes) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Outcome outcome = engine.sanitize(Job.of(name, HeapContent.of(bytes), workspace));
            if (!(outcome instanceof Outcome.Rebuilt)) {
                throw new IllegalStateException(
                        name + " did not come out: " + outcome.report().reason());
            }
        }
    }
}
