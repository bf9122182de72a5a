package jp.kiyome.core.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {

    private static final String EVERYDAY = "令和８年度　予算（案）ｶﾅ ①②③ ～−髙﨑 \\ ~ a\r\n";

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void whatIsWrittenIsReadAsTheSameCharacter(Encoding encoding) {
        for (int c = 0; c < 0x11000; c++) {
            if (encoding.has(c) && c != 0x1B && c != 0x0E && c != 0x0F) {
                String text = Character.toString(c);
                assertThat(encoding.decode(encoding.encode(text)))
                        .as("U+%04X", c)
                        .isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"CP932", "EUC_JP"})
    void everyTwoByteCodeBecomesCanonicalOnce(Encoding encoding) {
        for (int code = 0x8000; code < 0x10000; code++) {
            byte[] bytes = {(byte) (code >> 8), (byte) code};
            try {
                String text = encoding.decode(bytes);
                byte[] canonical = encoding.encode(text);
                assertThat(encoding.decode(canonical)).isEqualTo(text);
                assertThat(encoding.encode(encoding.decode(canonical))).isEqualTo(canonical);
            } catch (MalformedText e) {
                assertThat(e.encoding()).isEqualTo(encoding);
            }
        }
    }

    @Test
    void codePage932ReadsWhatThePlatformReads() throws CharacterCodingException {
        var platform = Charset.forName("windows-31j").newDecoder();
        int same = 0;
        for (int code = 0x8140; code < 0xFD00; code++) {
            byte[] bytes = {(byte) (code >> 8), (byte) code};
            try {
                String read = platform.decode(ByteBuffer.wrap(bytes)).toString();
                assertThat(Encoding.CP932.decode(bytes)).isEqualTo(read);
                same++;
            } catch (CharacterCodingException e) {
                assertThatThrownBy(() -> Encoding.CP932.decode(bytes)).isInstanceOf(MalformedText.class);
            }
        }
        assertThat(same).isGreaterThan(9000);
    }

    @ParameterizedTest
    @CsvSource({
        // NEC row 13 and the IBM extensions have each their codes twice or three times; these are the ones that stay
        "8790, ≒, 81e0",
        "8754, Ⅰ, 8754",
        "fa4a, Ⅰ, 8754",
        "ed40, 纊, fa5c",
        "fa5c, 纊, fa5c",
        "eef9, ￢, 81ca",
        "8160, ～, 8160",
        "817c, －, 817c",
        "835c, ソ, 835c",
        "955c, 表, 955c",
        "f040, \uE000, f040"
    })
    void codePage932HasOneCodeForACharacter(String input, String text, String canonical) {
        String read = Encoding.CP932.decode(HexFormat.of().parseHex(input));
        assertThat(read).isEqualTo(text);
        assertThat(HexFormat.of().formatHex(Encoding.CP932.encode(read))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "ada1, ①, ada1",
        "fcf1, ⅰ, fcf1",
        "f9a1, 纊, f9a1",
        "8fb0a1, 丂, 8fb0a1",
        "8eb1, ｱ, 8eb1",
        "a1c1, ～, a1c1",
        "8fa2b7, ～, a1c1",
        "8ff4fb, 髙, fce2"
    })
    void eucHasTheVendorRows(String input, String text, String canonical) {
        String read = Encoding.EUC_JP.decode(HexFormat.of().parseHex(input));
        assertThat(read).isEqualTo(text);
        assertThat(HexFormat.of().formatHex(Encoding.EUC_JP.encode(read))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1b2440467c4b5c1b284a, 日本, 1b2442467c4b5c1b2842", "1b284931321b2842, ｱｲ, 1b284931321b2842",
        "0e31320f, ｱｲ, 1b284931321b2842", "1b24422d211b2842, ①, 1b24422d211b2842",
        "1b24427c621b2842, 髙, 1b24427c621b2842", "1b242844747b1b2842, 髙, 1b24427c621b2842",
        "1b284a5c7e1b2842, \\~, 5c7e"
    })
    void iso2022HasMicrosoftsDialect(String input, String text, String canonical) {
        String read = Encoding.ISO_2022_JP.decode(HexFormat.of().parseHex(input));
        assertThat(read).isEqualTo(text);
        assertThat(HexFormat.of().formatHex(Encoding.ISO_2022_JP.encode(read))).isEqualTo(canonical);
    }

    @Test
    void aLineEndEndsATwoByteSet() {
        assertThat(Encoding.ISO_2022_JP.decode(HexFormat.of().parseHex("1b2442467c0a4142")))
                .isEqualTo("日\nAB");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF_8, c080",
        "UTF_8, eda080",
        "UTF_8, f4908080",
        "UTF_8, e381",
        "UTF_8, ff",
        "UTF_16LE, 00d8",
        "UTF_16LE, 0030ff",
        "UTF_16BE, dc000030",
        "CP932, 80",
        "CP932, a0",
        "CP932, fd",
        "CP932, 8120",
        "CP932, 82",
        "EUC_JP, a4",
        "EUC_JP, a441",
        "EUC_JP, 8e",
        "EUC_JP, 8ee1",
        "EUC_JP, 8fa1",
        "EUC_JP, 90",
        "ISO_2022_JP, 1b2448",
        "ISO_2022_JP, 1b24423021b1",
        "ISO_2022_JP, 1b244230",
        "ISO_2022_JP, 1b24422d7e",
        "ISO_2022_JP, 1b",
        "ISO_2022_JP, 1b2442300a",
        "US_ASCII, 80"
    })
    void malformedBytesAreNeverReplaced(Encoding encoding, String bytes) {
        assertThatThrownBy(() -> encoding.decode(HexFormat.of().parseHex(bytes)))
                .isInstanceOf(MalformedText.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CP932, ¥",
        "CP932, ‾",
        "CP932, 〜",
        "CP932, −",
        "CP932, ‖",
        "CP932, ¢",
        "CP932, —",
        "CP932, 😀",
        "CP932, é",
        "EUC_JP, ¥",
        "EUC_JP, 〜",
        "EUC_JP, 😀",
        "ISO_2022_JP, 〜",
        "ISO_2022_JP, 한",
        "US_ASCII, é",
        "UTF_8, \uD800"
    })
    void aSimilarCharacterIsNeverWrittenInstead(Encoding encoding, String text) {
        assertThat(encoding.has(text.codePointAt(0))).isFalse();
        assertThatThrownBy(() -> encoding.encode(text)).isInstanceOf(UnencodableText.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"CP932", "EUC_JP", "ISO_2022_JP"})
    void everydayTextPasses(Encoding encoding) {
        String text = EVERYDAY.replace('−', '－');
        assertThat(encoding.decode(encoding.encode(text))).isEqualTo(text);
    }
}
