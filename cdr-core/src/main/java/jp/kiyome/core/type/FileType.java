package jp.kiyome.core.type;

import java.util.List;

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
}
