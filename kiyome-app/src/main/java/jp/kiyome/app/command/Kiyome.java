package jp.kiyome.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.ExitCode;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Shell;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.engine.Version;
import jp.kiyome.core.jail.pool.JailUnavailable;
import jp.kiyome.core.jail.sandbox.Missing;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.policy.file.PolicyProblem;
import jp.kiyome.core.receipt.Pem;
import jp.kiyome.core.text.Language;

/** The program: finds the command that is called, runs it, and tells in one line why it could not. */
public final class Kiyome {

    private final Shell shell;
    private final Supplier<Registry> registries;
    private final Optional<WorkerSpec> workers;

    /**
     * A program that runs in a shell.
     *
     * @param registries the handlers, loaded when a command needs them
     */
    public Kiyome(Shell shell, Supplier<Registry> registries) {
        this(shell, registries, Optional.empty());
    }

    /**
     * A program that has files parsed by workers.
     *
     * @param workers with the same handlers; empty to parse in this process
     */
    public Kiyome(Shell shell, Supplier<Registry> registries, Optional<WorkerSpec> workers) {
        this.shell = shell;
        this.registries = registries;
        this.workers = workers;
    }

    /** Runs one command and gives its exit code. */
    public int run(List<String> arguments) {
        Voice voice = new Voice(shell, Language.ofEnvironment(shell.environment()));
        ExitCode code;
        try {
            voice = new Voice(shell, language(arguments, voice.language()));
            code = run(arguments, voice);
        } catch (Usage usage) {
            voice.complain(voice.text(usage.say(), usage.values()) + voice.text(Say.SEE_HELP, ""));
            code = ExitCode.USAGE;
        }
        shell.out().flush();
        shell.err().flush();
        return shell.out().checkError() ? code.worse(ExitCode.IO).number() : code.number();
    }

    private ExitCode run(List<String> arguments, Voice voice) {
        try {
            return run(new Call(Arguments.read(arguments), voice), voice);
        } catch (FileTrouble trouble) {
            voice.complain(trouble.text(voice));
            return ExitCode.IO;
        }
    }

    private ExitCode run(Call call, Voice voice) throws FileTrouble {
        if (call.has("--help")) {
            return help(voice);
        }
        try {
            return command(call, voice);
        } catch (JailUnavailable unavailable) {
            for (Missing missing : unavailable.missing()) {
                voice.complain(Say.JAIL_REQUIRED, missing.text().in(voice.language()));
            }
            if (unavailable.missing().isEmpty()) {
                voice.complain(Say.INTERNAL_ERROR, Voice.shown(String.valueOf(unavailable.getMessage())));
            }
            return ExitCode.UNAVAILABLE;
        } catch (BadPolicy invalid) {
            Object file = Voice.shown(invalid.file());
            voice.complain(Say.POLICY_INVALID, file);
            for (PolicyProblem problem : invalid.problems()) {
                String text = problem.text().in(voice.language());
                shell.err().print(voice.text(Say.POLICY_PROBLEM, file, problem.line(), problem.column(), text) + "\n");
            }
            return ExitCode.INVALID;
        }
    }

    private ExitCode command(Call call, Voice voice) throws FileTrouble {
        Workshop workshop = new Workshop(registries, workers);
        return switch (call.name()) {
            case "" -> root(call);
            case "sanitize" -> new SanitizeCommand(call, workshop).run();
            case "inspect" -> new InspectCommand(call, workshop).run();
            case "scan" -> new ScanCommand(call, workshop).run();
            case "types" -> new TypesCommand(voice, workshop.registry(), call.operands()).run();
            case "verify" -> new VerifyCommand(call).run();
            case "policy check" -> new PolicyCommand(call, workshop).check();
            case "policy show" -> new PolicyCommand(call, workshop).show();
            case "key" -> key(call);
            case "store check", "store sweep", "store erase", "store rewrap" -> new StoreCommand(call).run();
            case "store keys", "store add-key", "store drop-keys" -> new MasterKeyCommand(call).run();
            case "reprocess" -> new ReprocessCommand(call, workshop).run();
            case "rules test" -> new RulesCommand(call, workshop).run();
            case "serve" ->
                call.has("--demo") ? new DemoCommand(call, workshop).run() : new ServeCommand(call, workshop).run();
            case "web" -> new WebCommand(call, workshop).run();
            case "people add", "people list", "people lock", "people unlock", "people reset" ->
                new PeopleCommand(call).run();
            case "audit verify" -> new AuditCommand(call).verify();
            case "audit export" -> new AuditCommand(call).export();
            default -> throw new Usage(Say.NO_COMMAND);
        };
    }

    private ExitCode root(Call call) {
        if (!call.has("--version")) {
            throw new Usage(Say.NO_COMMAND);
        }
        call.voice().report("kiyome " + Version.CURRENT);
        return ExitCode.OK;
    }

    private static ExitCode key(Call call) throws FileTrouble {
        call.voice().report(Pem.of(KeyDirectory.open(call).publicKey()).stripTrailing());
        return ExitCode.OK;
    }

    /** The language is needed before the rest can be read: its faults are told in it. */
    private static Language language(List<String> arguments, Language otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return named(argument.substring(7));
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return named(arguments.get(i + 1));
            }
        }
        return otherwise;
    }

    private static Language named(String name) {
        return switch (name) {
            case "ja" -> Language.JAPANESE;
            case "en" -> Language.ENGLISH;
            default -> throw new Usage(Say.NOT_A_LANGUAGE, Voice.shown(name));
        };
    }

    private ExitCode help(Voice voice) {
        String name =
                switch (voice.language()) {
                    case JAPANESE -> "help.ja.txt";
                    case ENGLISH -> "help.en.txt";
                };
        try (InputStream in = Objects.requireNonNull(Kiyome.class.getResourceAsStream(name))) {
            shell.out().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read our own resource", e);
        }
    }
}
