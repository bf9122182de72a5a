package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import jp.kiyome.core.finding.Refusal;
import org.junit.jupiter.api.Test;

/** Arithmetic coding (T.81 annex D) of one drawing, beside the same coefficients in Huffman codes; both by libjpeg-turbo's programs. */
class ArithmeticJpegTest {

    private static final byte[] HUFFMAN = Base64.getDecoder()
            .decode(
                    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQA"
                            + "kQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8EA"
                            + "CwgAGAAoAQERAP/EABcAAAMBAAAAAAAAAAAAAAAAAAIDBAX/xAAoEAABBAAEBAcBAAAAAAAAAAABAAIDEQQSE1EhIjFBBSQycbHh8PH/"
                            + "2gAIAQEAAD8AzYIdSuCtGAjYzPKQ1u5RxshY46INd3EUCqY1VGsnw8NZCZX+lospjW35jEcz3cGMHwNgidmzjUIzUORvRqdGqo1lYYXh"
                            + "IoweMjhYrqB90mhxzaoy24lsZIoNaO/93QtaG0GVp1yiqPv+2VEaqjX/2Q==");

    private static final byte[] ARITHMETIC = Base64.getDecoder()
            .decode(
                    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQA"
                            + "kQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8kA"
                            + "CwgAGAAoAQERAP/MAAYAEBAF/9oACAEBAAA/AP7L19iWPHbtmXuR8obaDzQtTdm03XsNeqxKJHPF287jNhSf4ebPxYK1put+NAiXU/fn"
                            + "H1WAji00ukMV7Bu0A2hMYlkn0DJlGTn7TnprnTQhCCnlAdgkKWaSzRt3EG3BZB1gTQt8Y68b2TmZAwD/AGyLJprfDk+jFf/Z");

    private static final byte[] PROGRESSIVE = Base64.getDecoder()
            .decode(
                    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCDEAAoABwAHgAjAB4AGQAoACMAIQAjAC0AKwAoADAAPABkAEEAPAA3ADcAPAB7AFgAXQBJAGQA"
                            + "kQCAAJkAlgCPAIAAjACKAKAAtADmAMMAoACqANoArQCKAIwAyAERAMsA2gDuAPUBAgEEAQIAmwDBARsBLwEYAPoBLADmAP0BAgD4/8oA"
                            + "CwgAGAAoAQERAP/MAAQAEP/aAAgBAQAAAAH9fOunZusdAYSY8LD/zAAEEAX/2gAIAQEAAQUCENhMDhJd7WA2k6X1pCD/zAAEEAX/2gAI"
                            + "AQEABj8C9+3yAMPhM8pOotZ+wP/MAAQQBf/aAAgBAQABPyHavWHlwFh/PaAIrmoXGX3K9vptrl5F3aaQ3l2jYP/aAAgBAQAAABBLmP/M"
                            + "AAQQBf/aAAgBAQABPxCoFjI+SYE5e+w1xN4PjhmSBZYr0ockVWLmkdHpmEJ4sKc8L86yiy2Rn644xlMEoHFo5iD/2Q==");

    @Test
    void sequentialScansHoldTheSameCoefficients() {
        assertThat(Rebuilding.rebuild(ARITHMETIC).bytes())
                .isEqualTo(Rebuilding.rebuild(HUFFMAN).bytes());
    }

    @Test
    void progressiveScansHoldTheSamePixels() {
        byte[] progressive = Rebuilding.rebuild(PROGRESSIVE).bytes();
        byte[] sequential = Rebuilding.rebuild(HUFFMAN).bytes();
        assertThat(Samples.pixels(progressive).get(0))
                .isEqualTo(Samples.pixels(sequential).get(0));
    }

    @Test
    void cutsAndFlipsAreRefusedOrRebuilt() {
        for (int at = 30; at < ARITHMETIC.length; at++) {
            refusedOrRebuilt(Arrays.copyOf(ARITHMETIC, at));
            byte[] flipped = PROGRESSIVE.clone();
            flipped[at % flipped.length] ^= (byte) (1 << at % 8);
            refusedOrRebuilt(flipped);
        }
    }

    private static void refusedOrRebuilt(byte[] picture) {
        try {
            Rebuilding.rebuild(picture);
        } catch (Refusal | java.util.NoSuchElementException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
