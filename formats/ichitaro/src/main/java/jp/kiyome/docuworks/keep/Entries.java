package jp.kiyome.docuworks.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Elements;
import jp.kiyome.docuworks.element.Numbers;
import jp.kiyome.docuworks.file.XdwWriter;

/** Entries of the input, and those of the output in the order in which they are first needed. One file, one thread. */
final class Entries {

    private final List<Content> input;
    private final List<XdwWriter.Entry> output = new ArrayList<>();
    private final Map<String, Optional<byte[]>> done = new HashMap<>();
    private final boolean[] used;

    Entries(List<Content> input) {
        this.input = input;
        this.used = new boolean[input.size()];
    }

    /** The number of the entry that a value refers to. */
    int referred(byte[] reference) {
        long number = Element.find(Element.all(HeapContent.of(reference)), 0x81)
                .map(field -> Numbers.unsigned(field.bytes()))
                .orElse(-1L);
        if (number < 0 || number >= input.size()) {
            throw Refusal.of("docuworks.damaged", "a reference to entry " + number + " of " + input.size());
        }
        used[(int) number] = true;
        return (int) number;
    }

    Content body(int number) {
        return input.get(number);
    }

    /** A reference to the entry that {@code make} makes of one of the input, once for each use of it. */
    Optional<byte[]> rebuilt(int number, String use, boolean picture, Supplier<Optional<Content>> make) {
        String key = number + " " + use;
        Optional<byte[]> known = done.get(key);
        if (known != null) {
            return known;
        }
        Optional<byte[]> reference = make.get().map(body -> {
            output.add(new XdwWriter.Entry(body, picture));
            return new Elements()
                    .number(0x81, output.size() - 1L)
                    .number(0x82, body.size())
                    .toArray();
        });
        done.put(key, reference);
        return reference;
    }

    List<XdwWriter.Entry> output() {
        return List.copyOf(output);
    }

    /** Whether some entry of the input was never referred to. */
    boolean hasUnused() {
        for (boolean one : used) {
            if (!one) {
                return true;
            }
        }
        return false;
    }
}
