package jp.kiyome.pdf.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Lexer;

/** An object stream, decoded (ISO 32000-2, 7.5.7). Not thread-safe. */
final class ObjectStream {

    private final byte[] data;
    private final int[] numbers;
    private final int[] offsets;
    private final Map<Integer, Integer> places = new HashMap<>();

    /**
     * Reads the table in front of the objects.
     *
     * @param first where the objects begin, at least 0
     * @param count how many the dictionary says there are; as many count as the data can hold
     */
    ObjectStream(byte[] data, int first, int count) {
        int possible = Math.min(count, data.length / 2);
        Lexer lexer = new Lexer(ByteInput.of(data));
        this.data = data;
        this.numbers = new int[possible];
        this.offsets = new int[possible];
        for (int i = 0; i < possible; i++) {
            numbers[i] = lexer.next() == Lexer.Token.NUMBER ? Cos.integer(lexer.value(), -1) : -1;
            int offset = lexer.next() == Lexer.Token.NUMBER ? Cos.integer(lexer.value(), data.length) : data.length;
            offsets[i] = (int) Math.min(data.length, Math.max(0L, (long) offset + first));
        }
    }

    /** Bytes on the heap. */
    int weight() {
        return data.length + 8 * numbers.length;
    }

    List<Integer> numbers() {
        List<Integer> all = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            all.add(number);
        }
        return all;
    }

    /** At the object of that number; where the table says another stands at {@code index}, wherever it does stand first. */
    Optional<Lexer> at(int number, int index) {
        if (index < numbers.length && numbers[index] == number) {
            return Optional.of(new Lexer(ByteInput.of(data, offsets[index])));
        }
        if (places.isEmpty()) {
            for (int i = 0; i < numbers.length; i++) {
                places.putIfAbsent(numbers[i], i);
            }
        }
        return Optional.ofNullable(places.get(number)).map(i -> new Lexer(ByteInput.of(data, offsets[i])));
    }
}
