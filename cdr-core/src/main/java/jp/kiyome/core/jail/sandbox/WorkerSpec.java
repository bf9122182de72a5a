package jp.kiyome.core.jail.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every worker of a pool is started with.
 *
 * @param java the folder of the Java runtime
 * @param classPath folders and archives, absolute
 * @param mainClass what is run
 * @param cache an ahead-of-time cache for it
 * @param options more of Java's options
 * @param heapBytes the most its heap may grow to
 * @param tempBytes the most its temp files may take, in memory
 * @param mappedBytes address space beside the heap, for files and libraries that are mapped
 */
public record WorkerSpec(
        Path java,
        List<Path> classPath,
        String mainClass,
        Optional<Path> cache,
        List<String> options,
        long heapBytes,
        long tempBytes,
        long mappedBytes) {

    /** Threads and processes of one worker; it holds itself to 192 threads. */
    static final int TASKS = 256;

    private static final long MIB = 1L << 20;

    /** Metaspace, code, direct memory, stacks and what the C library takes. */
    private static final long BESIDE_HEAP = 512 * MIB;

    public WorkerSpec {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /** The Java and the class path of this process. */
    public static WorkerSpec likeThisProcess(String mainClass) {
        return new WorkerSpec(
                Path.of(System.getProperty("java.home")),
                entries(System.getProperty("java.class.path")),
                mainClass,
                Optional.empty(),
                List.of(),
                1024 * MIB,
                1024 * MIB,
                4096 * MIB);
    }

    private static List<Path> entries(String written) {
        List<Path> classPath = new ArrayList<>();
        for (String entry : written.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (!entry.isEmpty() && Files.exists(path)) {
                classPath.add(path);
            }
        }
        return classPath;
    }

    /**
     * With less than this process has: what parses no file, such as a database, a worker should not see.
     *
     * @param written as in {@code java.class.path}; what is not there is left out
     */
    public WorkerSpec withClassPath(String written) {
        return new WorkerSpec(java, entries(written), mainClass, cache, options, heapBytes, tempBytes, mappedBytes);
    }

    public WorkerSpec withCache(Path file) {
        return new WorkerSpec(
                java, classPath, mainClass, Optional.of(file), options, heapBytes, tempBytes, mappedBytes);
    }

    public WorkerSpec withOptions(List<String> more) {
        return new WorkerSpec(java, classPath, mainClass, cache, more, heapBytes, tempBytes, mappedBytes);
    }

    public WorkerSpec withHeap(long bytes) {
        return new WorkerSpec(java, classPath, mainClass, cache, options, bytes, tempBytes, mappedBytes);
    }

    /** Java and its arguments, up to the main class. */
    List<String> javaCommand(String tempDirectory) {
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        // Nothing but answers may come out of the pipe.
        command.addAll(List.of("-Xlog:disable", "-XX:+DisplayVMOutputToStderr"));
        cache.ifPresent(file -> command.add("-XX:AOTCache=" + file));
        command.addAll(List.of(
                "-Xmx" + heapBytes / MIB + "m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+SuppressFatalErrorMessage",
                "-Djava.io.tmpdir=" + tempDirectory,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add(mainClass);
        return command;
    }

    /** Bytes of memory in all, its temp files with them. */
    long memoryBytes() {
        return heapBytes + tempBytes + BESIDE_HEAP;
    }

    /** Bytes of address space in all (RLIMIT_AS). */
    long addressBytes() {
        return heapBytes + mappedBytes;
    }
}
