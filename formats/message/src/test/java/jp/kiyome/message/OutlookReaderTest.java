package jp.kiyome.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.junit.jupiter.api.Test;

/** Apache POI reads the Outlook items that come out. */
class OutlookReaderTest {

    private static final byte[] TEXT = "Hello".getBytes(StandardCharsets.US_ASCII);

    private static RawItem item() {
        RawItem file = new RawItem(8)
                .number(0x3705, 1)
                .text(0x3707, "資料.txt")
                .text(0x3704, "資料.txt")
                .bytes(0x3701, TEXT);
        return new RawItem(32)
                .text(0x001A, "IPM.Note")
                .text(0x0037, "会議の件")
                .text(0x0C1A, "山田太郎")
                .text(0x1000, "お世話になっております。\r\n")
                .attachment(0, file);
    }

    @Test
    void anotherReaderFindsWhatWasThere() throws IOException, ChunkNotFoundException {
        byte[] in = item().file();
        Rebuilt rebuilt = Rebuilt.of("item.msg", in);
        try (MAPIMessage before = new MAPIMessage(new ByteArrayInputStream(in));
                MAPIMessage after = new MAPIMessage(new ByteArrayInputStream(rebuilt.bytes()))) {
            assertThat(after.getSubject()).isEqualTo(before.getSubject()).isEqualTo("会議の件");
            assertThat(after.getTextBody()).isEqualTo(before.getTextBody());
            assertThat(after.getDisplayFrom()).isEqualTo(before.getDisplayFrom());
            assertThat(after.getMessageClassEnum()).isEqualTo(before.getMessageClassEnum());
            AttachmentChunks file = after.getAttachmentFiles()[0];
            assertThat(file.getAttachLongFileName().getValue()).isEqualTo("資料.txt");
            assertThat(file.getAttachData().getValue()).isEqualTo(TEXT);
        }
    }
}
