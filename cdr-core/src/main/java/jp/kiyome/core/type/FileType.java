package jp.kiyome.core.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of file.
 *
 * @param id short name, unique, for example {@code docx}
 * @param mediaType the registered media type
 * @param extensions without dots, lower case, the usual one first
 */
public record FileType(String id, String mediaType, List<String> extensions) {

    public FileType {
        extensions = List.copyOf(extensions);
    }

    public static FileType of(String id, String mediaType, String... extensions) {
        return new FileType(id, mediaType, List.of(extensions));
    }

    @Override
    public String toString() {
        return id;
    }

    // Written out: the equals and hashCode of a record link call sites anew in each process.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileType that
                && id.equals(that.id)
                && mediaType.equals(that.mediaType)
                && extensions.equals(that.extensions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + mediaType.hashCode()) + extensions.hashCode();
    }
}
