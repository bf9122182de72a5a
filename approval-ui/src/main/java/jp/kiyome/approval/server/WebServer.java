package jp.kiyome.approval.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.page.PolicyReports;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The web application, running until it is closed. Reads no settings but those it is given. */
public final class WebServer implements AutoCloseable {

    /** Held, so that its level stays. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; when this returns it answers. */
    public static WebServer start(Surroundings on) {
        TOMCAT.setLevel(Level.WARNING);
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // Without them no file or variable of the surroundings becomes a setting.
        application.setListeners(List.of());
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties(on.settings()));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("surroundings", on));
        return new WebServer(application.run());
    }

    private static Map<String, Object> properties(WebSettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("server.address", settings.reach().doors().getFirst().address());
        all.put("server.port", settings.reach().doors().getFirst().port());
        all.put("server.shutdown", "graceful");
        all.put("server.max-http-request-header-size", "16KB");
        all.put("server.tomcat.connection-timeout", "20s");
        all.put("server.tomcat.max-connections", 2000);
        all.put("server.tomcat.threads.max", 64);
        all.put("server.servlet.session.timeout", "30m");
        all.put("server.servlet.session.tracking-modes", "cookie");
        all.put("server.servlet.session.cookie.name", settings.reach().secure() ? "__Host-kiyome" : "kiyome");
        all.put("server.servlet.session.cookie.path", "/");
        all.put("server.servlet.session.cookie.http-only", true);
        all.put("server.servlet.session.cookie.same-site", "strict");
        all.put("server.servlet.session.cookie.secure", settings.reach().secure());
        all.put("spring.servlet.multipart.file-size-threshold", "0B");
        all.put(
                "spring.servlet.multipart.location",
                settings.files().scratch().toAbsolutePath().toString());
        // Else the page that says no would read what nobody wants.
        all.put("spring.servlet.multipart.resolve-lazily", true);
        all.put("spring.servlet.multipart.max-file-size", settings.files().largest() + "B");
        all.put("spring.servlet.multipart.max-request-size", settings.largestForm() + "B");
        // It would read bodies before the door has looked.
        all.put("spring.mvc.formcontent.filter.enabled", false);
        all.put("spring.thymeleaf.prefix", "classpath:/jp/kiyome/approval/page/");
        all.put("spring.web.resources.add-mappings", false);
        all.put("spring.jmx.enabled", false);
        return all;
    }

    /** Where a door listens. */
    public int port(Side side) {
        return context.getBean(Doors.class).port(side).orElseThrow();
    }

    /** What browsers have reported against the policy of our pages since the start. */
    public long policyReports() {
        return context.getBean(PolicyReports.class).count();
    }

    /** Where the first door listens. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
