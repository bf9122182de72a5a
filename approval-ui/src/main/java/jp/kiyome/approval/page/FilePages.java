package jp.kiyome.approval.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.kiyome.approval.intake.TakeIn;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Taking files in. */
@Controller
public final class FilePages {

    /** Files of one form at most. */
    static final int MOST = 20;

    private final TakeIn takeIn;
    private final Lists lists;
    private final long largest;

    FilePages(TakeIn takeIn, Lists lists, long largest) {
        this.takeIn = takeIn;
        this.lists = lists;
        this.largest = largest;
    }

    @GetMapping("/files")
    String files(Person person, Locale locale, Model model) {
        model.addAttribute("lines", lists.own(person, Kind.FILE, locale));
        model.addAttribute("largest", Views.size(largest));
        model.addAttribute("most", MOST);
        return "files";
    }

    /** Works on one after the other: a person's files share the workers with everybody else's. */
    @PostMapping("/files")
    String take(
            Person person,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(name = "password", defaultValue = "") String password)
            throws IOException {
        List<String> passwords = password.isEmpty() ? List.of() : List.of(password);
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).limit(MOST).toList();
        String last = "";
        for (MultipartFile file : chosen) {
            try (InputStream content = file.getInputStream()) {
                Item item = takeIn.take(person, name(file), content, passwords);
                last = item.id().toString();
            }
        }
        return chosen.size() == 1 ? "redirect:/items/" + last : "redirect:/files";
    }

    /** Some browsers send the path on their own machine as well. */
    private static Untrusted name(MultipartFile file) {
        String sent = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return Untrusted.of(last.isEmpty() ? "unnamed" : last);
    }
}
