package jp.kiyome.pdf.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;
import jp.kiyome.pdf.cos.ObjectParser;
import org.junit.jupiter.api.Test;

/** The filters of ISO 32000-2, 7.4, against vectors of others. */
class FilterTest {

    /** Counts what is told. */
    private static final class Heard implements StreamTrouble {

        private int damaged;
        private int slack;

        @Override
        public void damaged() {
            damaged++;
        }

        @Override
        public void slack() {
            slack++;
        }
    }

    private static byte[] decoded(String dict, byte[] data) throws IOException {
        return decoded(dict, data, new Heard());
    }

    private static byte[] decoded(String dict, byte[] data, Heard heard) throws IOException {
        byte[] source = dict.getBytes(StandardCharsets.ISO_8859_1);
        Cos parsed = new ObjectParser(new Lexer(ByteInput.of(source)), s -> s).parse();
        Decoders decoders = new Decoders(new Budget(Limits.defaults(), 1 << 20), value -> value, heard);
        return decoders.open(new ByteArrayInputStream(data), (Cos.Dict) parsed)
                .in()
                .readAllBytes();
    }

    private static String text(String filter, String data) throws IOException {
        byte[] plain = decoded("<</Filter/" + filter + ">>", data.getBytes(StandardCharsets.ISO_8859_1));
        return new String(plain, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatStandsBehindTheEndIsTold() throws IOException {
        ByteArrayOutputStream flate = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(flate)) {
            deflating.write('a');
        }
        tellsOfSlack("FlateDecode", flate.toString(StandardCharsets.ISO_8859_1));
        tellsOfSlack("LZWDecode", "\u0080   ");
        tellsOfSlack("ASCIIHexDecode", "80>");
        tellsOfSlack("ASCII85Decode", "J,~>");
        tellsOfSlack("RunLengthDecode", "\0a\u0080");
    }

    private static void tellsOfSlack(String filter, String data) throws IOException {
        for (String behind : new String[] {"", "\n", "\r\n", "x", "\n\n\n", "\n "}) {
            Heard heard = new Heard();
            decoded("<</Filter/" + filter + ">>", (data + behind).getBytes(StandardCharsets.ISO_8859_1), heard);
            assertThat(heard.slack).as(filter + " " + behind.length()).isEqualTo(behind.matches("(\r?\n)?") ? 0 : 1);
            assertThat(heard.damaged).as(filter).isZero();
        }
    }

    @Test
    void theExampleOfTheSpecificationForLzw() throws IOException {
        byte[] plain = decoded("<</Filter/LZWDecode>>", HexFormat.of().parseHex("800B6050220C0C8501"));
        assertThat(HexFormat.of().formatHex(plain)).isEqualTo("2d2d2d2d2d412d2d2d42");
    }

    @Test
    void fourCharactersOrFewerAreFiveOfBase85() throws IOException {
        assertThat(text("ASCII85Decode", "87cURD]i,\"Ebo80+T~>")).isEqualTo("Hello World!!");
        assertThat(text("A85", "87cUR\nD]i,\"Ebo80+T")).isEqualTo("Hello World!!");
        assertThat(text("ASCII85Decode", "z@/~>junk")).isEqualTo("\0\0\0\0a");
    }

    @Test
    void anOddHexDigitCountsAsIfZeroFollowed() throws IOException {
        assertThat(text("ASCIIHexDecode", "48 65\n6C6c6F 2>junk")).isEqualTo("Hello ");
    }

    @Test
    void runsAndLiteralsAlternate() throws IOException {
        byte[] plain = decoded("<</Filter/RunLengthDecode>>", HexFormat.of().parseHex("02616263fe7a8061"));
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).isEqualTo("abczzz");
    }

    @Test
    void everyPngPredictorIsUndone() throws IOException {
        byte[] rows = HexFormat.of().parseHex("00010203" + "01010101" + "02010101" + "03010101" + "04010101");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            deflating.write(rows);
        }
        byte[] plain = decoded("<</Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>>>", packed.toByteArray());
        assertThat(HexFormat.of().formatHex(plain)).isEqualTo("010203" + "010203" + "020304" + "020304" + "030405");
    }

    @Test
    void chainsAreUndoneFromTheFirst() throws IOException {
        byte[] plain = decoded("<</Filter[/AHx/RL]>>", "02616263fe7a80>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).isEqualTo("abczzz");
    }
}
