package jp.kiyome.app.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What can stand on the command line. Written out instead of annotated: reading annotations costs a cold start more than
 * anything else the parser does.
 */
final class Grammar {

    private static final String ANY = "0..*";

    private Grammar() {}

    static CommandLine commands() {
        CommandSpec root = command("kiyome")
                .addOption(flag("--version", "-V"))
                .addSubcommand("sanitize", sanitize())
                .addSubcommand("inspect", inspect())
                .addSubcommand("types", command("types"))
                .addSubcommand("verify", verify())
                .addSubcommand("policy", policy())
                .addSubcommand("key", command("key").addOption(one("--key-dir", Path.class)));
        CommandLine commands = new CommandLine(root);
        commands.setExpandAtFiles(false);
        commands.setUnmatchedOptionsArePositionalParams(false);
        return commands;
    }

    private static CommandSpec sanitize() {
        return withPolicy(command("sanitize"))
                .addPositional(positional("FILE", "1..*"))
                .addOption(one("--output", Path.class, "-o"))
                .addOption(flag("--receipts"))
                .addOption(one("--key-dir", Path.class))
                .addOption(flag("--force"))
                .addOption(one("--name", String.class))
                .addOption(one("--jobs", String.class, "-j"));
    }

    private static CommandSpec inspect() {
        return withPolicy(command("inspect"))
                .addPositional(positional("FILE", "1..*"))
                .addOption(one("--name", String.class));
    }

    private static CommandSpec verify() {
        return command("verify")
                .addPositional(positional("FILE RECEIPT", "2"))
                .addOption(many("--key", Path.class))
                .addOption(one("--key-dir", Path.class));
    }

    private static CommandSpec policy() {
        return command("policy")
                .addSubcommand("check", command("check").addPositional(positional("FILE", "1")))
                .addSubcommand("show", command("show"));
    }

    private static CommandSpec withPolicy(CommandSpec command) {
        return command.addOption(one("--policy", Path.class))
                .addOption(many("--password", String.class))
                .addOption(one("--password-file", String.class))
                .addOption(flag("--ask-password"))
                .addOption(flag("--json"));
    }

    private static CommandSpec command(String name) {
        return CommandSpec.create().name(name).addOption(flag("--help", "-h")).addOption(one("--lang", String.class));
    }

    private static OptionSpec flag(String name, String... shorter) {
        boolean help = name.equals("--help") || name.equals("--version");
        return OptionSpec.builder(name, shorter)
                .type(boolean.class)
                .arity("0")
                .usageHelp(help)
                .build();
    }

    private static OptionSpec one(String name, Class<?> type, String... shorter) {
        return OptionSpec.builder(name, shorter).type(type).arity("1").build();
    }

    private static OptionSpec many(String name, Class<?> type) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(type)
                .arity("1")
                .build();
    }

    private static PositionalParamSpec positional(String label, String arity) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(ANY)
                .arity(arity)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }
}
