package jp.kiyome.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.vector.VectorSize;
import org.junit.jupiter.api.Test;

class VectorSizeTest {

    @Test
    void anEmfIsAsLargeAsItsFrame() {
        ByteWriter emf = new ByteWriter().u32le(1).u32le(100).bytes(new byte[16]);
        emf.u32le(100).u32le(200).u32le(2_100).u32le(1_200).u32le(0x464D4520).bytes(new byte[56]);
        assertThat(size(emf.toByteArray())).contains(new VectorSize(20_000, 10_000));
    }

    @Test
    void aPlaceableWmfIsAsLargeAsItsBounds() {
        ByteWriter wmf = new ByteWriter().u32le(0x9AC6CDD7).u16le(0);
        wmf.u16le(0).u16le(0).u16le(1440).u16le(720).u16le(1440).bytes(new byte[6]);
        assertThat(size(wmf.toByteArray())).contains(new VectorSize(25_400, 12_700));
    }

    @Test
    void anSvgIsAsLargeAsItSaysOrAsItsViewBox() {
        assertThat(size("<svg width='2in' height=\"1in\">")).contains(new VectorSize(50_800, 25_400));
        assertThat(size("<?xml version='1.0'?><svg viewBox='0 0 96 48'>")).contains(new VectorSize(25_400, 12_700));
        assertThat(size("<svg width='100%' height='1e999'>")).isEmpty();
        assertThat(size("<!DOCTYPE html><p>svg")).isEmpty();
    }

    @Test
    void nothingMakesItFail() {
        byte[] emf = new ByteWriter().u32le(1).bytes(new byte[26]).toByteArray();
        for (int length = 0; length <= emf.length; length++) {
            assertThat(size(java.util.Arrays.copyOf(emf, length))).isEmpty();
        }
        assertThat(size("<svg " + "width=".repeat(5_000))).isEmpty();
    }

    private static Optional<VectorSize> size(String text) {
        return size(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<VectorSize> size(byte[] bytes) {
        return VectorSize.of(HeapContent.of(bytes));
    }
}
