package jp.kiyome.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;

class FontBoundsTest {

    private static final Budget BUDGET = new Budget(Limits.defaults(), 1 << 20);

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] flattened(String glyph, String... local) {
        List<byte[]> subroutines =
                List.of(local).stream().map(FontBoundsTest::hex).toList();
        return new Type2Charstring(List.of(), subroutines).flattened(hex(glyph));
    }

    @Test
    void subroutinesStandInTheirPlace() {
        // -107 callsubr, endchar; the subroutine is 1 2 rmoveto, return.
        assertThat(flattened("200a0e", "8c8d150b")).isEqualTo(hex("8c8d150e"));
    }

    @Test
    void aGlyphWithoutAnEndGetsOne() {
        assertThat(flattened("8c8d15")).isEqualTo(hex("8c8d150e"));
    }

    @Test
    void aSubroutineThatCallsItselfIsRefused() {
        assertThatThrownBy(() -> flattened("200a0e", "200a0b")).isInstanceOf(FontBytes.Unreadable.class);
    }

    @Test
    void missingSubroutinesAndOperandsAreRefused() {
        assertThatThrownBy(() -> flattened("8c0a0e")).isInstanceOf(FontBytes.Unreadable.class);
        assertThatThrownBy(() -> flattened("8c150e")).isInstanceOf(FontBytes.Unreadable.class);
        assertThatThrownBy(() -> flattened("8b".repeat(300))).isInstanceOf(FontBytes.Unreadable.class);
    }

    /** A triangle, a glyph of two of them, and one of that and a triangle. */
    @Test
    void whatRenderersAllocateByIsCounted() {
        byte[] triangle = new FontOut()
                .u16(1)
                .u16(0)
                .u16(0)
                .u16(9)
                .u16(9)
                .u16(2)
                .u16(0)
                .u8(0x37)
                .u8(0x37)
                .u8(0x37)
                .u8(1)
                .u8(2)
                .u8(3)
                .u8(1)
                .u8(2)
                .u8(3)
                .pad(2)
                .toByteArray();
        byte[] pair = new FontOut()
                .u16(-1)
                .u16(0)
                .u16(0)
                .u16(9)
                .u16(9)
                .u16(0x0020)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .toByteArray();
        byte[] three = new FontOut()
                .u16(-1)
                .u16(0)
                .u16(0)
                .u16(9)
                .u16(9)
                .u16(0x0020)
                .u16(1)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .toByteArray();
        GlyphOutline outline =
                new GlyphOutline(new FontBytes[] {new FontBytes(triangle), new FontBytes(pair), new FontBytes(three)});
        FontOut out = new FontOut();
        for (int i = 0; i < 3; i++) {
            assertThat(outline.write(i, out)).isTrue();
        }
        assertThat(outline.counts()).isEqualTo(new GlyphCounts(3, 1, 9, 3, 2, 2));
    }

    /** Format 6: the letters A and B lead to glyphs 1 and 500 of a font with two. */
    @Test
    void codesOfGlyphsThatAreNotThereGo() {
        FontBytes table = new FontBytes(new FontOut()
                .u16(0)
                .u16(1)
                .u16(3)
                .u16(1)
                .u32(12)
                .u16(6)
                .u16(14)
                .u16(0)
                .u16(65)
                .u16(2)
                .u16(1)
                .u16(500)
                .toByteArray());
        byte[] both = CharacterTable.rebuilt(table, 501).orElseThrow();
        byte[] one = CharacterTable.rebuilt(table, 2).orElseThrow();
        assertThat(one.length).isLessThan(both.length);
        assertThat(CharacterTable.rebuilt(new FontBytes(both), 2))
                .hasValueSatisfying(again -> assertThat(again).isEqualTo(one));
    }

    /** A glyph of two parts, each the next glyph, forty times over would be 2^40 outlines. */
    @Test
    void partsThatDoubleAtEachStepAreRefused() {
        FontBytes[] sources = new FontBytes[40];
        for (int i = 0; i < sources.length; i++) {
            FontOut glyph =
                    new FontOut().u16(i < 39 ? -1 : 0).u16(0).u16(0).u16(0).u16(0);
            glyph.u16(0x0020).u16(i + 1).u16(0).u16(0).u16(i + 1).u16(0);
            sources[i] = new FontBytes(glyph.toByteArray());
        }
        FontOut out = new FontOut();
        assertThat(new GlyphOutline(sources).write(0, out)).isFalse();
        assertThat(out.size()).isZero();
    }

    @Test
    void noiseIsNoFontAndNeverMoreThanThat() {
        Random random = new Random(20260102);
        String[] starts = {"00010000", "4f54544f", "01000404", "2521"};
        for (int i = 0; i < 4000; i++) {
            byte[] noise = new byte[4 + random.nextInt(400)];
            random.nextBytes(noise);
            byte[] start = hex(starts[i % starts.length]);
            System.arraycopy(start, 0, noise, 0, start.length);
            for (int b = 4; b < noise.length; b++) {
                noise[b] = random.nextInt(3) == 0 ? noise[b] : 0;
            }
            assertThat(FontProgram.rebuilt(noise, BUDGET)).isEmpty();
        }
    }

    @Test
    void characterMapsOfACharacterMapAreTheSame() {
        String map = "1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <20> <22> <0041>"
                + " <30> <31> [<0061> <0062>] endbfrange 1 beginbfchar <40> <3042> endbfchar (secret) print";
        byte[] once = CharacterMap.toUnicode(map.getBytes(StandardCharsets.ISO_8859_1), BUDGET)
                .orElseThrow()
                .bytes();
        assertThat(new String(once, StandardCharsets.ISO_8859_1))
                .contains("<20><22><0041>", "<30><0061>", "<31><0062>", "<40><3042>")
                .doesNotContain("secret", "print");
        Optional<byte[]> twice = CharacterMap.toUnicode(once, BUDGET).map(CharacterMap.Rebuilt::bytes);
        assertThat(twice).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(once));
    }
}
