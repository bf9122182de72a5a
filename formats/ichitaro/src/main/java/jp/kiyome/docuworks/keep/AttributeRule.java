package jp.kiyome.docuworks.keep;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;
import jp.kiyome.docuworks.element.Numbers;
import jp.kiyome.docuworks.tree.Attribute;

/** What the value of an attribute may be. Stateless. */
enum AttributeRule {
    NUMBERS {
        @Override
        Optional<byte[]> clean(byte[] value) {
            return Numbers.items(value)
                    .filter(items -> items.size() <= MOST_NUMBERS)
                    .filter(items -> items.stream().allMatch(item -> item.length >= 1 && item.length <= 8))
                    .map(AttributeRule::numbers);
        }
    },
    SJIS {
        @Override
        Optional<byte[]> clean(byte[] value) {
            int end = 0;
            while (end < value.length && value[end] != 0) {
                end++;
            }
            return readable(value, end, JAPANESE) ? Optional.of(cut(value, end)) : Optional.empty();
        }
    },
    UTF16 {
        @Override
        Optional<byte[]> clean(byte[] value) {
            int end = 0;
            while (end + 1 < value.length && (value[end] != 0 || value[end + 1] != 0)) {
                end += 2;
            }
            return readable(value, end, StandardCharsets.UTF_16LE) ? Optional.of(cut(value, end)) : Optional.empty();
        }
    },
    NAME {
        @Override
        Optional<byte[]> clean(byte[] value) {
            Optional<byte[]> japanese = SJIS.clean(value);
            boolean same = japanese.filter(kept -> Arrays.equals(kept, value)).isPresent();
            return same ? japanese : UTF16.clean(value);
        }
    },
    POINTS {
        @Override
        Optional<byte[]> clean(byte[] value) {
            return value.length % 8 == 0 && value.length <= MOST_POINTS * 8 ? Optional.of(value) : Optional.empty();
        }
    };

    private static final int MOST_NUMBERS = 8;
    private static final int MOST_POINTS = 4096;
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private static final Map<String, AttributeRule> RULES =
            Table.of(Objects.requireNonNull(AttributeRule.class.getResource("attributes.allow"))).rows().stream()
                    .collect(Collectors.toMap(List::getFirst, row -> AttributeRule.valueOf(upper(row.get(1)))));

    /** The value as it may stand in an output; empty for one that may not. */
    abstract Optional<byte[]> clean(byte[] value);

    static Optional<AttributeRule> of(Attribute attribute) {
        String label = attribute.label();
        return Optional.ofNullable(RULES.get(label))
                .or(() -> Optional.ofNullable(RULES.get(label.replaceAll("^%\\d(0[78])$", "%n$1"))))
                .or(() -> Optional.ofNullable(RULES.get(label.replaceAll("^%\\d\\d\\d$", "%nnn"))));
    }

    private static String upper(String word) {
        return Ascii.upper(word);
    }

    private static byte[] numbers(List<byte[]> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.forEach(item -> Numbers.item(Numbers.bytes(Numbers.signed(item)), out));
        return out.toByteArray();
    }

    /** Behind its end a text is zero, in as many bytes as there were: some are of a fixed size. */
    private static byte[] cut(byte[] value, int end) {
        return Arrays.copyOf(Arrays.copyOf(value, end), value.length);
    }

    private static boolean readable(byte[] value, int end, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(value, 0, end))
                    .chars()
                    .noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r');
        } catch (CharacterCodingException not) {
            return false;
        }
    }
}
