package jp.kiyome.approval.page;

import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Accounts;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What officers, auditors and administrators look at. */
@Controller
public final class OversightPages {

    private static final int PAGE = 100;

    private final Store store;
    private final Accounts accounts;
    private final Lists lists;
    private final Views views;

    OversightPages(Store store, Accounts accounts, Lists lists, Views views) {
        this.store = store;
        this.accounts = accounts;
        this.lists = lists;
        this.views = views;
    }

    @GetMapping("/held")
    String held(Person person, Locale locale, Model model) {
        model.addAttribute("lines", lists.held(person, locale));
        return "held";
    }

    @GetMapping("/held/{item}")
    String item(Item item, Locale locale, Model model) {
        model.addAttribute("item", views.item(item, locale));
        return "held-item";
    }

    /** A record of the trail as a page shows it. */
    record TrailLine(long number, String at, String who, String action, String subject, String detail) {}

    /** From a number on; that it was read is in the trail too. */
    @GetMapping("/trail")
    String trail(
            Person person,
            @RequestParam(name = "behind", defaultValue = "0") long behind,
            Locale locale,
            Model model) {
        List<AuditRecord> records =
                store.trail().read(person.organisation(), person.actor(), Math.max(0, behind), PAGE);
        model.addAttribute(
                "records",
                records.stream().map(record -> trailLine(record, locale)).toList());
        model.addAttribute("next", records.size() == PAGE ? records.getLast().number() : 0L);
        return "trail";
    }

    private static TrailLine trailLine(AuditRecord record, Locale locale) {
        return new TrailLine(
                record.number(),
                PlainTime.of(record.at(), locale),
                record.who(),
                record.action(),
                record.subject(),
                Untrusted.of(record.detail()).toString());
    }

    @GetMapping("/people")
    String people(Person person, Model model) {
        List<Account> all = accounts.all(person.organisation());
        model.addAttribute("accounts", all);
        return "people";
    }
}
