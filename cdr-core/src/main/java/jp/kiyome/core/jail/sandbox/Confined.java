package jp.kiyome.core.jail.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at a worker from outside (proc(5)): what it says of itself proves nothing. */
public final class Confined {

    private static final List<String> NAMESPACES = List.of("user", "pid", "net", "ipc", "uts", "mnt");

    private Confined() {}

    /**
     * What is not as it should be.
     *
     * @param pid of the worker, in this process's view
     * @param jailed whether it should have namespaces of its own
     * @param group in which it should be counted
     */
    public static List<String> faults(long pid, boolean jailed, Optional<ControlGroup> group) {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> faults = new ArrayList<>();
        try {
            Map<String, String> status = status(process);
            expect(status, "Seccomp", "2", faults);
            expect(status, "NoNewPrivs", "1", faults);
            // Its own filter, and in a jail the one from the start; besides those that this process lives under.
            int filters = filters(status) - filters(status(Path.of("/proc/self")));
            if (status.containsKey("Seccomp_filters") && filters < (jailed ? 2 : 1)) {
                faults.add("Seccomp_filters " + filters);
            }
            if (jailed) {
                for (String set : List.of("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb")) {
                    expect(status, set, "0000000000000000", faults);
                }
                namespaces(process, faults);
            }
            if (group.isPresent() && !group.get().holds(pid)) {
                faults.add("not in its control group");
            }
        } catch (IOException e) {
            faults.add(e.toString());
        }
        return faults;
    }

    /** Told by Linux since 5.9. */
    private static int filters(Map<String, String> status) {
        return Integer.parseInt(status.getOrDefault("Seccomp_filters", "0"));
    }

    private static void expect(Map<String, String> status, String key, String value, List<String> faults) {
        String seen = status.getOrDefault(key, "?");
        if (!seen.equals(value)) {
            faults.add(key + " " + seen);
        }
    }

    private static void namespaces(Path process, List<String> faults) throws IOException {
        for (String namespace : NAMESPACES) {
            Path theirs = Files.readSymbolicLink(process.resolve("ns").resolve(namespace));
            if (theirs.equals(Files.readSymbolicLink(Path.of("/proc/self/ns", namespace)))) {
                faults.add("shares " + namespace);
            }
        }
    }

    private static Map<String, String> status(Path process) throws IOException {
        Map<String, String> status = new TreeMap<>();
        for (String line : Files.readAllLines(process.resolve("status"), StandardCharsets.ISO_8859_1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                status.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return status;
    }
}
