package jp.kiyome.cad.dxf.pairs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.text.Table;
import org.jspecify.annotations.Nullable;

/** Of which kind the value of a group code is: the table {@code group-codes.tsv}. */
public enum GroupKind {
    TEXT,
    /** A double. */
    REAL,
    /** 16 bits. */
    SHORT,
    /** 32 bits. */
    INT,
    /** 64 bits. */
    LONG,
    /** One byte. */
    FLAG,
    /** Up to 64 bits as hexadecimal digits. */
    HANDLE,
    /** Up to 127 bytes; hexadecimal digits in the text form. */
    CHUNK;

    /** The highest group code there is. */
    public static final int HIGHEST = 1071;

    private static final @Nullable GroupKind[] BY_CODE = byCode();

    /** Empty for a code that no version of the format has. */
    public static Optional<GroupKind> of(int code) {
        return code < 0 || code > HIGHEST ? Optional.empty() : Optional.ofNullable(BY_CODE[code]);
    }

    private static @Nullable GroupKind[] byCode() {
        @Nullable GroupKind[] kinds = new @Nullable GroupKind[HIGHEST + 1];
        Table table = Table.of(Objects.requireNonNull(GroupKind.class.getResource("group-codes.tsv")));
        for (List<String> row : table.rows()) {
            for (int code = Integer.parseInt(row.get(0)); code <= Integer.parseInt(row.get(1)); code++) {
                kinds[code] = valueOf(row.get(2));
            }
        }
        return kinds;
    }
}
