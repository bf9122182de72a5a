package jp.kiyome.archive.sevenz;

import java.util.List;

/** Where the bytes of a coder come from. */
sealed interface Source {

    /** Bytes of the file. */
    record Packed(long at, long size) implements Source {}

    /** What a coder makes of its inputs, in their order. */
    record Coded(Coder coder, List<Source> inputs) implements Source {

        public Coded {
            inputs = List.copyOf(inputs);
        }
    }
}
