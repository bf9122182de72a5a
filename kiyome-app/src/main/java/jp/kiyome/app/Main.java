package jp.kiyome.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.app.command.Kiyome;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.screen.Shell;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.jail.sandbox.WorkerSpec;

/** Starts the program in the shell it was called from. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code;
        Shell shell = shell();
        try {
            code = new Kiyome(shell, Registry::ofClassPath, Optional.of(workers())).run(List.of(arguments));
        } catch (Throwable e) {
            shell.out().flush();
            shell.err().println("kiyome: " + Untrusted.of(e.toString()));
            shell.err().flush();
            code = ExitCode.INTERNAL.number();
        }
        System.exit(code);
    }

    /** The start script knows the cache of workers, their class path where it is shorter than ours, their options and their memory. */
    private static WorkerSpec workers() {
        WorkerSpec spec = WorkerSpec.likeThisProcess("jp.kiyome.core.jail.worker.WorkerMain")
                .withHeap((long) Integer.getInteger("kiyome.worker.heap", 1024) << 20)
                .withOptions(List.of(System.getProperty("kiyome.worker.options", "-XX:+UseSerialGC")
                        .split(" ")));
        String classPath = System.getProperty("kiyome.worker.class.path", "");
        if (!classPath.isEmpty()) {
            spec = spec.withClassPath(classPath);
        }
        String cache = System.getProperty("kiyome.worker.cache", "");
        return cache.isEmpty() ? spec : spec.withCache(Path.of(cache));
    }

    private static Shell shell() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        // The start script gives Java a locale that can name every file, and keeps the user's here.
        String locale = environment.remove("KIYOME_LOCALE");
        if (locale != null) {
            environment.put("LC_ALL", locale.isEmpty() ? "C" : locale);
        }
        return new Shell(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                environment,
                Boolean.getBoolean("kiyome.terminal"),
                Integer.getInteger("kiyome.columns", 80));
    }

    /** UTF-8 whatever the locale: reports are read by programs too. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, StandardCharsets.UTF_8);
    }
}
