package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jp.kiyome.approval.release.Release;
import org.springframework.http.ContentDisposition;

/** Sends files so that no browser shows them: as an attachment, of no type, in a sandbox. Stateless. */
final class Download {

    private Download() {}

    static void send(Release.File file, HttpServletResponse response) throws IOException {
        head(file.name(), response);
        try (InputStream content = file.content()) {
            content.transferTo(response.getOutputStream());
        }
    }

    static void sendZipped(Release.File original, String password, HttpServletResponse response) throws IOException {
        head(original.name() + ".zip", response);
        Release.zip(original, password, response.getOutputStream());
    }

    static void head(String name, HttpServletResponse response) {
        response.setContentType("application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "no-store");
    }
}
