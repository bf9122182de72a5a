package jp.kiyome.approval.page;

import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.access.Visitor;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Decision;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Items;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a decision, and deciding. */
@Controller
public final class ApprovalPages {

    private final Requests requests;
    private final Items items;
    private final Views views;

    ApprovalPages(Requests requests, Items items, Views views) {
        this.requests = requests;
        this.items = items;
        this.views = views;
    }

    @GetMapping("/approvals")
    String queue(@RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor, Locale locale, Model model) {
        List<RequestView> queue = requests.queue(visitor.person()).stream()
                .map(queued -> views.request(queued.request(), queued.item(), locale))
                .toList();
        model.addAttribute("requests", queue);
        return "approvals";
    }

    @GetMapping("/approvals/{request}")
    String approval(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("request") String id,
            Locale locale,
            Model model) {
        Person person = visitor.person();
        Request request = requests.find(person, RequestId.parse(id)).orElseThrow(() -> new No(No.Why.NOTHING_THERE));
        Item item = items.find(person.organisation(), request.item()).orElseThrow();
        model.addAttribute("request", views.request(request, item, locale));
        model.addAttribute("item", views.item(item, locale));
        return "approval";
    }

    @PostMapping("/approvals/{request}/decision")
    String decide(
            @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
            @PathVariable("request") String id,
            @RequestParam("decision") Decision decision,
            @RequestParam("seal") String seal,
            @RequestParam(name = "comment", defaultValue = "") String comment) {
        requests.decide(visitor.person(), RequestId.parse(id), decision, seal, comment);
        return "redirect:/approvals";
    }
}
