package jp.kiyome.testcorpus.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.Tool;
import jp.kiyome.testcorpus.packed.PackedVectors;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.sample.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that people unpack with find the same members in what goes in and what comes out. Skipped where they are not installed. */
class SecondReadersTest {

    /** Other archives come out as ZIP files. */
    private static final Set<String> SEVEN_ZIP_READS = Set.of("zip", "tar", "7z", "lzh", "cab");

    private final Runner runner = Runner.withDefaults();

    @TempDir
    Path folder = Path.of("");

    private static List<Sample> archives() {
        return Stream.concat(ArchiveVectors.benign().stream(), PackedVectors.benign().stream())
                .toList();
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void holds(Run run) {
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
    }

    /** What a listing of 7-Zip says of each member, less what an archive need not keep. */
    private static List<String> members(String listing) {
        List<String> members = new ArrayList<>();
        for (String block : listing.substring(listing.indexOf("----------")).split("\n\n", 0)) {
            TreeMap<String, String> told = new TreeMap<>();
            block.lines()
                    .map(line -> line.split(" = ", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> told.put(pair[0], pair[1].strip()));
            boolean named = told.getOrDefault("Path", "").chars().allMatch(c -> c < 0x80);
            if (told.containsKey("Path") && !told.getOrDefault("Folder", "-").equals("+")) {
                // Names in Japanese are shown by a program's own choice; sizes change where pictures are rebuilt.
                members.add(named ? told.get("Path") : "");
            }
        }
        Collections.sort(members);
        return members;
    }

    @TestFactory
    Stream<DynamicTest> sevenZipListsTheSameMembersAndTestsThemWell() {
        Tool sevenZip = Tool.installed("7z");
        return archives().stream()
                .filter(sample -> SEVEN_ZIP_READS.contains(sample.extension()))
                .map(sample -> dynamicTest(sample.name(), () -> {
                    byte[] in = sample.bytes().get();
                    Run run = runner.sanitize(sample.fileName(), in);
                    holds(run);
                    Path before = file("in." + sample.extension(), in);
                    Path after = file("out-" + run.report().outputName().unescaped(), run.output());
                    assertThat(sevenZip.run(folder, "t", after.toString()).status())
                            .isZero();
                    String listed =
                            sevenZip.run(folder, "l", "-slt", before.toString()).text();
                    assertThat(members(sevenZip.run(folder, "l", "-slt", after.toString())
                                    .text()))
                            .isNotEmpty()
                            .isEqualTo(members(listed));
                }));
    }

    @TestFactory
    Stream<DynamicTest> cabextractReadsOurCabinets() {
        Tool cabextract = Tool.installed("cabextract");
        return archives().stream()
                .filter(sample -> sample.extension().equals("cab"))
                .map(sample -> dynamicTest(sample.name(), () -> {
                    Path cabinet = file(sample.fileName(), sample.bytes().get());
                    Tool.Said said = cabextract.run(folder, "-t", cabinet.toString());
                    assertThat(said.status()).as(said.text()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> lhaReadsOurArchives() {
        Tool lha = Tool.installed("lha");
        return archives().stream()
                .filter(sample -> sample.extension().equals("lzh"))
                .map(sample -> dynamicTest(sample.name(), () -> {
                    Run run = runner.sanitize(sample.fileName(), sample.bytes().get());
                    holds(run);
                    Tool.Said said =
                            lha.run(folder, "t", file("out.lzh", run.output()).toString());
                    assertThat(said.status()).as(said.text()).isZero();
                }));
    }

    @Test
    void unzipAndPythonFindTheNamesOfZipFiles() {
        Tool unzip = Tool.installed("unzip");
        Tool python = Tool.installed("python3");
        for (Sample sample : archives()) {
            if (sample.extension().equals("zip")) {
                Run run = runner.sanitize(sample.fileName(), sample.bytes().get());
                holds(run);
                Path before = file("in.zip", sample.bytes().get());
                Path after = file("out.zip", run.output());
                assertThat(unzip.run(folder, "-tqq", after.toString()).status()).isZero();
                String script = "import sys,zipfile\nfor i in zipfile.ZipFile(sys.argv[1]).infolist():"
                        + "\n  print(i.filename if i.filename.isascii() else '')";
                assertThat(python.run(folder, "-c", script, after.toString()).text())
                        .isEqualTo(python.run(folder, "-c", script, before.toString())
                                .text());
            }
        }
    }

    @Test
    void pythonReadsTapesTheSame() {
        Tool python = Tool.installed("python3");
        String script = "import sys,tarfile\nfor i in tarfile.open(sys.argv[1]):\n  print(i.name, i.type)";
        for (Sample sample : archives()) {
            if (sample.extension().equals("tar") || sample.extension().equals("tgz")) {
                Run run = runner.sanitize(sample.fileName(), sample.bytes().get());
                holds(run);
                String before = file("in.tar", sample.bytes().get()).toString();
                String after = file("out.tar", run.output()).toString();
                assertThat(python.run(folder, "-c", script, after).text())
                        .isEqualTo(python.run(folder, "-c", script, before).text());
            }
        }
    }

    /** A program for a processor, as filters look for: calls and jumps among other bytes. */
    private static byte[] code() {
        byte[] code = new byte[300_000];
        int state = 1;
        for (int i = 0; i + 8 < code.length; i += 8) {
            state = state * 1_103_515_245 + 12_345;
            code[i] = (byte) (state >>> 16 & 7);
            code[i + 2] = (byte) (i % 24 == 0 ? 0xE8 : i % 40 == 0 ? 0xE9 : 0x0F);
            code[i + 3] = (byte) (i % 24 == 0 ? i >>> 4 : 0x84);
            code[i + 4] = (byte) (state >>> 24);
        }
        return code;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PPMd",
                "PPMd:o=2:mem=1m",
                "PPMd:o=32:mem=48m",
                "LZMA",
                "BZip2",
                "Deflate",
                "Deflate64",
                "BCJ2 LZMA",
                "BCJ LZMA2",
                "ARM LZMA",
                "ARMT LZMA",
                "PPC LZMA",
                "SPARC LZMA",
                "IA64 LZMA",
                "ARM64 LZMA",
                "Delta:4 LZMA",
                "Swap2 LZMA",
                "Swap4 LZMA"
            })
    void whatSevenZipPacksIsRead(String methods) {
        Tool sevenZip = Tool.installed("7z");
        byte[] text = "日付,金額,摘要\r\n2026-11-22,1200,文具 pens\r\n".repeat(3000).getBytes(StandardCharsets.UTF_8);
        file("list.csv", text);
        file("program.bin", code());
        List<String> call = new ArrayList<>(List.of("a", "-bd", "-y", "a.7z", "list.csv", "program.bin"));
        String[] chain = methods.split(" ", 0);
        for (int i = 0; i < chain.length; i++) {
            call.add("-m" + i + "=" + chain[i]);
        }
        Tool.Said said = sevenZip.run(folder, call.toArray(new String[0]));
        Assumptions.assumeTrue(said.status() == 0, "7z packs no " + methods);
        try {
            Run run = runner.sanitize("a.7z", Files.readAllBytes(folder.resolve("a.7z")));
            holds(run);
            // The program is of no type that comes out; it was unpacked and held to its check sum before that was
            // known.
            Path out = file("out.7z", run.output());
            assertThat(sevenZip.run(folder, "x", "-y", "-oout", out.toString()).status())
                    .isZero();
            assertThat(Files.readAllBytes(folder.resolve("out/list.csv"))).isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-3", "-9", "-19", "--ultra -20", "--fast=5", "--no-check -3", "--long=25 -5"})
    void whatZstdPacksIsReadAndItReadsOurs(String options) throws IOException {
        Tool zstd = Tool.installed("zstd");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("2026-11-22 10:00:")
                    .append(i % 60)
                    .append(" 処理 ")
                    .append(i * 7919 % 10_007)
                    .append('\n');
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        file("a.log", plain);
        List<String> call = new ArrayList<>(List.of("-q", "-f", "a.log", "-o", "a.log.zst"));
        call.addAll(Arrays.asList(options.split(" ")));
        assertThat(zstd.run(folder, call.toArray(new String[0])).status()).isZero();
        Run run = runner.sanitize("a.log.zst", Files.readAllBytes(folder.resolve("a.log.zst")));
        holds(run);
        file("b.log.zst", run.output());
        assertThat(zstd.run(folder, "-q", "-d", "-f", "b.log.zst", "-o", "b.log")
                        .status())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("b.log"))).isEqualTo(plain);
    }
}
