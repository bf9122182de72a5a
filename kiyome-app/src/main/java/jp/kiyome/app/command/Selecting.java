package jp.kiyome.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.CriteriaBuilder;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.source.Selection;

/** Reads from the command line which items are meant. */
final class Selecting {

    private final Call call;

    private Selecting(Call call) {
        this.call = call;
    }

    static Selection of(Call call) throws FileTrouble {
        Optional<String> from = call.word("--from");
        Selecting selecting = new Selecting(call);
        return from.isPresent() ? selecting.outside(from.get()) : new Selection.Stored(selecting.criteria());
    }

    private Selection outside(String word) throws FileTrouble {
        int colon = word.indexOf(':');
        for (Selection.Form form : Selection.Form.values()) {
            if (colon > 0 && colon + 1 < word.length() && form.word().equals(word.substring(0, colon))) {
                Path place =
                        Call.toPath(word.substring(colon + 1)).toAbsolutePath().normalize();
                if (!Files.exists(place)) {
                    throw new FileTrouble(Say.NO_SUCH_FILE, Voice.shown(place));
                }
                if (Files.isDirectory(place) == (form == Selection.Form.MBOX)) {
                    throw new FileTrouble(
                            form == Selection.Form.MBOX ? Say.NOT_A_FILE : Say.NOT_A_DIRECTORY, Voice.shown(place));
                }
                return new Selection.Outside(form, place);
            }
        }
        throw new Usage(Say.NOT_A_SOURCE, Voice.shown(word));
    }

    private Criteria criteria() {
        CriteriaBuilder where = Criteria.where();
        call.all("--state").forEach(word -> where.state(constant("--state", word, State.values())));
        call.word("--kind").ifPresent(word -> where.kind(constant("--kind", word, Kind.values())));
        call.word("--outcome").ifPresent(word -> where.outcome(constant("--outcome", word, Verdict.values())));
        call.word("--group").ifPresent(word -> where.group(group(word)));
        call.word("--type").ifPresent(where::type);
        call.word("--finding").ifPresent(where::finding);
        call.word("--engine").ifPresent(where::engineVersion);
        call.word("--policy-hash").ifPresent(where::policyHash);
        call.word("--sha256").ifPresent(word -> where.sha256(word.toLowerCase(Locale.ROOT)));
        call.word("--threat").ifPresent(where::threat);
        call.word("--address").ifPresent(word -> where.address(Untrusted.of(word)));
        call.word("--text").ifPresent(word -> where.text(Untrusted.of(word)));
        call.word("--since").ifPresent(word -> where.from(time("--since", word)));
        call.word("--until").ifPresent(word -> where.until(time("--until", word)));
        return where.build();
    }

    private static Group group(String word) {
        try {
            return new Group(word);
        } catch (IllegalArgumentException e) {
            throw new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(word));
        }
    }

    private static <E extends Enum<E>> E constant(String option, String word, E[] all) {
        List<String> words = Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(word);
        if (index < 0) {
            throw new Usage(Say.NOT_A_WORD, option, Voice.shown(word), String.join(", ", words));
        }
        return all[index];
    }

    /** A day begins where the machine stands. */
    private static Instant time(String option, String word) {
        try {
            return word.contains("T")
                    ? Instant.parse(word)
                    : LocalDate.parse(word).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new Usage(Say.NOT_A_TIME, option, Voice.shown(word));
        }
    }
}
