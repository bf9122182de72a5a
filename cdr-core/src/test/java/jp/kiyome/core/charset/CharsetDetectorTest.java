package jp.kiyome.core.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetDetectorTest {

    private static final List<Encoding> JAPANESE =
            List.of(Encoding.UTF_8, Encoding.CP932, Encoding.EUC_JP, Encoding.ISO_2022_JP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "議案書.docx", "見積書", "住民税", "予算", "会議資料（案）", "テスト", "データ一覧.xlsx", "写真", "新規テキスト ドキュメント.txt",
                "令和8年度", "ﾃｽﾄﾃﾞｰﾀ", "お知らせ", "別紙１", "様式第2号.pdf", "①要綱", "髙﨑様", "表紙", "申請書ソート済",
                "ファイル名が文字化けしない。", "人口統計　町丁別", "図面", "案"
            })
    void shortJapaneseNamesAreTold(String name) {
        for (Encoding encoding : JAPANESE) {
            CharsetGuess guess =
                    CharsetDetector.of(List.of(encoding.encode(name))).orElseThrow();
            assertThat(List.of(guess.encoding(), guess.confidence() == Confidence.AMBIGUOUS ? "ambiguous" : "sure"))
                    .as("%s in %s: %s", name, encoding, guess)
                    .satisfiesAnyOf(
                            found -> assertThat(found.getFirst()).isEqualTo(encoding),
                            found -> assertThat(found.getLast()).isEqualTo("ambiguous"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"UTF_8", "CP932", "EUC_JP", "ISO_2022_JP"})
    void namesAreJudgedTogether(Encoding encoding) {
        List<byte[]> names = List.of(
                encoding.encode("案"),
                encoding.encode("資料/議事録.docx"),
                encoding.encode("readme.txt"),
                encoding.encode("ﾃｽﾄ"));
        CharsetGuess guess = CharsetDetector.of(names).orElseThrow();
        assertThat(guess.encoding()).isEqualTo(encoding);
        assertThat(guess.confidence()).isNotEqualTo(Confidence.AMBIGUOUS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WINDOWS_1252")
    void aTextIsTold(Encoding encoding) {
        String text = encoding == Encoding.US_ASCII
                ? "plain\r\n"
                : "お知らせ\r\n日頃より市政にご協力いただき、ありがとうございます。\r\n2026/11/22 No.1 ｱｲｳ\r\n".repeat(20);
        CharsetGuess guess =
                CharsetDetector.of(HeapContent.of(encoding.encode(text))).orElseThrow();
        assertThat(guess.encoding()).isEqualTo(encoding);
        assertThat(guess.confidence()).isNotEqualTo(Confidence.AMBIGUOUS);
        assertThat(guess.byteOrderMark()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"UTF_8", "UTF_16LE", "UTF_16BE"})
    void aByteOrderMarkIsCertain(Encoding encoding) {
        CharsetGuess guess =
                CharsetDetector.of(HeapContent.of(encoding.encode("\uFEFF日"))).orElseThrow();
        assertThat(guess).isEqualTo(new CharsetGuess(encoding, true, Confidence.CERTAIN, List.of()));
    }

    @Test
    void aMarkThatTheTextBetraysIsNoCharset() {
        assertThat(CharsetDetector.of(HeapContent.of(HexFormat.of().parseHex("efbbbfff"))))
                .isEmpty();
        assertThat(CharsetDetector.of(HeapContent.of(HexFormat.of().parseHex("fffe00d8"))))
                .isEmpty();
    }

    @Test
    void anotherScriptsBytesAreSaidToBeDoubtful() {
        byte[] latin1 = HexFormat.of().parseHex("63616ee9206520e974e920e02070e86c65206de820636166e9");
        assertThat(CharsetDetector.of(List.of(latin1)))
                .satisfiesAnyOf(
                        guess -> assertThat(guess).isEmpty(),
                        guess -> assertThat(guess.orElseThrow().confidence()).isEqualTo(Confidence.AMBIGUOUS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café crème : 2,50 €",
                "Déjà vu, n’est-ce pas ?\r\nL’été dernier, nous étions à Orléans.\r\n",
                "Grüße aus München! Die Straße ist größer als früher.",
                "¿Dónde está la estación de España? Mañana será otro día.",
                "A situação não é tão má; são três opções.",
                "Château",
                "Größe",
                "São Paulo",
                "© 2026 Müller & Söhne GmbH – alle Rechte vorbehalten",
                "Nestlé S.A.; Société Générale; ÅNGSTRÖM; Málaga",
                "naïve façade, résumé, Zoë",
                "På søndag går vi i båden til Århus.",
                "L'università è più vicina; perché no?"
            })
    void westernTextIsNotTakenForShiftJis(String text) {
        byte[] bytes = Encoding.WINDOWS_1252.encode(text);
        assertThat(CharsetDetector.of(HeapContent.of(bytes)).orElseThrow().encoding())
                .isEqualTo(Encoding.WINDOWS_1252);
        assertThat(CharsetDetector.of(HeapContent.of(Encoding.UTF_8.encode(text)))
                        .orElseThrow()
                        .encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ﾃｽﾄ",
                "ｶﾌｪ ABC",
                "ﾖｺﾊﾏｼ,ﾔﾏﾀﾞ ﾀﾛｳ,0450000000\r\nｶﾜｻｷｼ,ｽｽﾞｷ ﾊﾅｺ,0440000000\r\n",
                "NO,ｼﾒｲ,ｼﾞｭｳｼｮ\n1,ｱﾍﾞ,ﾄｳｷｮｳﾄ\n",
                "ﾌﾘｶﾞﾅ",
                "品名,ｺｰﾄﾞ\nﾎﾞｰﾙﾍﾟﾝ,A-1\n",
                "㈱",
                "案",
                "表",
                "A表",
                "PC設定"
            })
    void japaneseTextIsNotTakenForWestern(String text) {
        assertThat(CharsetDetector.of(HeapContent.of(Encoding.CP932.encode(text)))
                        .orElseThrow()
                        .encoding())
                .isEqualTo(Encoding.CP932);
    }

    @ParameterizedTest
    @EnumSource(names = {"UTF_8", "CP932", "EUC_JP"})
    void aJapaneseTextWithABrokenCharacterIsNotTakenForWestern(Encoding encoding) {
        byte[] text = encoding.encode("お知らせ\r\n日頃より市政にご協力いただき、ありがとうございます。".repeat(3));
        byte[] broken = Arrays.copyOf(text, text.length + 2);
        broken[text.length] = (byte) 0xE9;
        broken[text.length + 1] = ' ';
        assertThat(CharsetDetector.of(HeapContent.of(broken))).isEmpty();
    }

    @Test
    void bytesOfNoCharsetAreNone() {
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 167 + (i >> 3) * 31);
        }
        assertThat(CharsetDetector.of(HeapContent.of(noise))).isEmpty();
    }

    @Test
    void theKanjiAtTheEndOfALongTextCount() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] line = "2026-11-22T10:00:00 INFO start\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int i = 0; i < 200_000; i++) {
            text.writeBytes(line);
        }
        text.writeBytes(Encoding.CP932.encode("処理が終了しました。\n"));
        assertThat(CharsetDetector.of(HeapContent.of(text.toByteArray()))
                        .orElseThrow()
                        .encoding())
                .isEqualTo(Encoding.CP932);
    }

    @Test
    void howTheBytesAreCutDoesNotMatter() {
        byte[] bytes = Encoding.EUC_JP.encode("日頃より市政にご協力いただき、ありがとうございます。");
        CharsetDetector oneByOne = new CharsetDetector();
        for (byte b : bytes) {
            oneByOne.feed(new byte[] {b}, 0, 1);
        }
        oneByOne.endText();
        assertThat(oneByOne.guess()).isEqualTo(CharsetDetector.of(List.of(bytes)));
        assertThat(CharsetDetector.of(List.of(Arrays.copyOf(bytes, bytes.length - 1))))
                .satisfiesAnyOf(
                        guess -> assertThat(guess).isEmpty(),
                        guess -> assertThat(guess.orElseThrow().encoding()).isNotEqualTo(Encoding.EUC_JP));
    }
}
