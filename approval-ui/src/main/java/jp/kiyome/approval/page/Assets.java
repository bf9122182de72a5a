package jp.kiyome.approval.page;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheets, the one script and the mark of the site. Which there are is written here: no name from outside reaches the class path. */
@Controller
public final class Assets {

    private static final Map<String, String> ALL = Map.of(
            "tokens.css", "text/css;charset=UTF-8",
            "kiyome.css", "text/css;charset=UTF-8",
            "kiyome.js", "text/javascript;charset=UTF-8",
            "kiyome.svg", "image/svg+xml");

    @GetMapping("/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable("name") String name) {
        @Nullable String type = ALL.get(name);
        if (type == null) {
            return ResponseEntity.notFound().build();
        }
        Resource sheet = new ClassPathResource(name, Assets.class);
        return ResponseEntity.ok()
                .contentType(Objects.requireNonNull(MediaType.valueOf(type)))
                .cacheControl(CacheControl.noCache())
                .body(sheet);
    }
}
