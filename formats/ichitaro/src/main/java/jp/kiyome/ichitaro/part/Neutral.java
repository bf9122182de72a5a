package jp.kiyome.ichitaro.part;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;
import jp.kiyome.ichitaro.store.BlockStore;
import jp.kiyome.ichitaro.store.Part;

/**
 * Streams whose content is never carried over: in their place stands what programs write for a document that was given no such setting.
 * Stateless.
 */
public final class Neutral {

    private Neutral() {}

    /** The stream of the given name; it is a finding when the input has another. */
    public static byte[] instead(String name, byte[] input, Notes notes) {
        byte[] neutral =
                switch (name) {
                    case "ReferenceInfo" -> reference();
                    case "ThinkingTemplate" -> new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0};
                    case "DocumentPeripheralThree" -> BlockStore.write(List.of(new Part(3, frame())));
                    default -> throw new IllegalArgumentException(name);
                };
        if (!Arrays.equals(neutral, input)) {
            notes.replaced(name.equals("ReferenceInfo") ? "ichitaro.document-id" : "ichitaro.settings", name);
        }
        return neutral;
    }

    /** The number that copies of one document share is zero. */
    private static byte[] reference() {
        Out out = new Out().u16(1).u16(7).u32(0).u16(32).zeros(32).u8(1).u32(0);
        return BlockStore.write(List.of(new Part(1, out.toArray())));
    }

    private static byte[] frame() {
        return new Out().u16(1).u16(1).u32(0).u16(1).toArray();
    }
}
