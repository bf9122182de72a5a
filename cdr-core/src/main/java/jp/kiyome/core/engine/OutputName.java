package jp.kiyome.core.engine;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.type.Detection;
import jp.kiyome.core.type.FileType;
import org.jspecify.annotations.Nullable;

/** The name an output goes by: the input's, unless its extension lies. */
final class OutputName {

    private OutputName() {}

    static Untrusted of(Untrusted name, @Nullable Detection detection) {
        if (detection == null || !detection.nameLies()) {
            return name;
        }
        FileType type = detection.type().orElseThrow();
        return Untrusted.of(name.unescaped() + "." + type.extensions().getFirst());
    }
}
