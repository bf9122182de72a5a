package jp.kiyome.approval.page;

import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheets. Which there are is written here: no name from outside reaches the class path. */
@Controller
public final class Assets {

    private static final Set<String> SHEETS = Set.of("tokens.css", "kiyome.css");

    @GetMapping("/assets/{name}")
    ResponseEntity<Resource> asset(@PathVariable("name") String name) {
        if (!SHEETS.contains(name)) {
            return ResponseEntity.notFound().build();
        }
        Resource sheet = new ClassPathResource(name, Assets.class);
        return ResponseEntity.ok()
                .contentType(Objects.requireNonNull(MediaType.valueOf("text/css;charset=UTF-8")))
                .cacheControl(CacheControl.noCache())
                .body(sheet);
    }
}
