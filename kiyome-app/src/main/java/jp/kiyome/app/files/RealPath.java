package jp.kiyome.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths with every link resolved, so that two names of one place are equal. */
public final class RealPath {

    private RealPath() {}

    /** Empty for a path where nothing is, or nothing can be seen. */
    public static Optional<Path> of(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
