package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.access.Attempts;
import jp.kiyome.approval.access.Proxies;
import jp.kiyome.core.finding.Untrusted;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes what browsers report against our content security policy (CSP Level 3, 5): a page of ours has tried something that it must not.
 * Anybody can send such a report: it is counted and logged, shortened and escaped, and means no more. Threads share it.
 */
@Controller
public final class PolicyReports {

    private static final Logger LOG = Logger.getLogger(PolicyReports.class.getName());
    private static final Set<String> TYPES =
            Set.of("application/csp-report", "application/reports+json", "application/json");
    private static final int MOST_BYTES = 16 << 10;

    private final Attempts attempts;
    private final Proxies proxies;
    private final AtomicLong count = new AtomicLong();

    PolicyReports(Attempts attempts, Proxies proxies) {
        this.attempts = attempts;
        this.proxies = proxies;
    }

    /** Reports since the start. */
    public long count() {
        return count.get();
    }

    @PostMapping("/policy-reports")
    ResponseEntity<Void> report(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !TYPES.contains(type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT))) {
            return ResponseEntity.badRequest().build();
        }
        if (!attempts.allow(proxies.caller(request))) {
            return ResponseEntity.status(429).build();
        }
        try (InputStream body = request.getInputStream()) {
            Untrusted said = Untrusted.of(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            LOG.log(Level.WARNING, "a browser reports against the policy of pages: {0}", said);
        }
        count.incrementAndGet();
        return ResponseEntity.noContent().build();
    }
}
