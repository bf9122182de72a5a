package jp.kiyome.office.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.HeapContent;

/**
 * The storage that says that EncryptedPackage is encrypted ([MS-OFFCRYPTO] 2.1, 2.3.4.1 to 2.3.4.3): the same bytes in every
 * file that a password locks.
 */
final class DataSpaces {

    static final String NAME = "\u0006DataSpaces";
    static final String TRANSFORMS = "TransformInfo";

    private static final String SPACE = "StrongEncryptionDataSpace";
    private static final String TRANSFORM = "StrongEncryptionTransform";

    /** Fields that start structures with their own length, and the most that any stream here is long. */
    private static final int HEADER_LENGTH = 8;

    private static final int MOST = 256;

    private DataSpaces() {}

    static NewEntry.Storage storage() {
        return NewEntry.Storage.of(
                NAME,
                stream("Version", version()),
                stream("DataSpaceMap", map()),
                NewEntry.Storage.of("DataSpaceInfo", stream(SPACE, definition())),
                NewEntry.Storage.of(TRANSFORMS, NewEntry.Storage.of(TRANSFORM, stream("\u0006Primary", transform()))));
    }

    private static NewEntry.Stream stream(String name, ByteBuffer bytes) {
        byte[] written = new byte[bytes.flip().remaining()];
        bytes.get(written);
        return new NewEntry.Stream(name, HeapContent.of(written));
    }

    /** DataSpaceVersionInfo (2.1.5). */
    private static ByteBuffer version() {
        return versions(text(buffer(), "Microsoft.Container.DataSpaces"));
    }

    /** DataSpaceMap (2.1.6) with one entry: the stream EncryptedPackage is in our data space. */
    private static ByteBuffer map() {
        ByteBuffer entry = text(text(buffer().putInt(1).putInt(0), LockedPackage.NAME), SPACE);
        return buffer().putInt(HEADER_LENGTH)
                .putInt(1)
                .putInt(entry.position() + 4)
                .put(entry.flip());
    }

    /** DataSpaceDefinition (2.1.7): one transform. */
    private static ByteBuffer definition() {
        return text(buffer().putInt(HEADER_LENGTH).putInt(1), TRANSFORM);
    }

    /** TransformInfoHeader (2.1.8) and EncryptionTransformInfo (2.1.9), which names no cipher: EncryptionInfo does. */
    private static ByteBuffer transform() {
        ByteBuffer id = text(buffer().putInt(1), "{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}");
        ByteBuffer all = buffer().putInt(id.position() + 4).put(id.flip());
        return versions(text(all, "Microsoft.Container.EncryptionTransform"))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(4);
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(MOST).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Version 1.0 for who reads, updates and writes. */
    private static ByteBuffer versions(ByteBuffer to) {
        for (int i = 0; i < 3; i++) {
            to.putShort((short) 1).putShort((short) 0);
        }
        return to;
    }

    /** UNICODE-LP-P4 (2.1.2): bytes of the text, the text, zeros up to a multiple of four. */
    private static ByteBuffer text(ByteBuffer to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        to.putInt(bytes.length).put(bytes);
        return to.put(new byte[(4 - bytes.length % 4) % 4]);
    }
}
