package jp.kiyome.approval.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Acting;
import jp.kiyome.approval.request.Approval;
import jp.kiyome.approval.request.Phase;
import jp.kiyome.approval.request.Progress;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.text.PlainTime;
import jp.kiyome.approval.text.Texts;
import jp.kiyome.quarantine.item.Group;
import org.springframework.ui.Model;

/** Makes what pages say of chains: who decides, who has decided what, until when. Threads share it. */
final class ChainViews {

    private final Requests requests;
    private final Texts texts;

    ChainViews(Requests requests, Texts texts) {
        this.requests = requests;
        this.texts = texts;
    }

    /** For the page of a request. */
    void add(Person person, Request request, Locale locale, Model model) {
        Progress progress = request.progress();
        model.addAttribute("chain", steps(requests.approvals(person, request), request, locale));
        model.addAttribute(
                "deadline",
                request.phase() == Phase.OPEN && progress.hasDeadline()
                        ? PlainTime.of(progress.deadline(), locale)
                        : "");
        model.addAttribute("overdue", request.phase() == Phase.OPEN && progress.escalated());
    }

    /** For whoever looks at it to decide. */
    void addTurn(Person person, Request request, Locale locale, Model model) {
        Optional<Acting> acting = requests.acting(person, request);
        model.addAttribute("mayDecide", acting.isPresent());
        model.addAttribute(
                "standsFor",
                acting.flatMap(Acting::standsFor).map(one -> who(one, locale)).orElse(""));
    }

    private List<StepView> steps(List<Approval> approvals, Request request, Locale locale) {
        List<StepView> views = new ArrayList<>();
        List<ChainStep> steps = request.progress().chain().steps();
        for (int at = 0; at < steps.size(); at++) {
            int step = at;
            List<Approver> approvers = steps.get(at).approvers();
            List<StepView.SlotView> slots = IntStream.range(0, approvers.size())
                    .mapToObj(slot -> slot(
                            approvers.get(slot),
                            approvals.stream()
                                    .filter(one -> one.step() == step && one.slot() == slot)
                                    .findFirst(),
                            locale))
                    .toList();
            views.add(new StepView(at + 1, need(steps.get(at)), state(request, at), slots));
        }
        return views;
    }

    private static String need(ChainStep step) {
        if (step.approvers().size() == 1) {
            return "";
        }
        return switch (step.need()) {
            case ANY -> "chain.any";
            case ALL -> "chain.all";
        };
    }

    /** What an ended request did not come to, nobody decides any more. */
    private static String state(Request request, int step) {
        int present = request.progress().step();
        boolean open = request.phase() == Phase.OPEN;
        if (step < present || step == present && request.phase() == Phase.APPROVED) {
            return "chain.done";
        }
        if (step == present) {
            return open ? "chain.now" : "chain.over";
        }
        return open ? "chain.later" : "chain.over";
    }

    private StepView.SlotView slot(Approver approver, Optional<Approval> approval, Locale locale) {
        return new StepView.SlotView(
                who(approver, locale),
                approval.map(one -> "phase." + phase(one)).orElse(""),
                approval.map(one -> one.by().value()).orElse(""),
                approval.flatMap(Approval::standsFor)
                        .map(one -> who(one, locale))
                        .orElse(""),
                approval.map(one -> PlainTime.of(one.at(), locale)).orElse(""),
                approval.map(one -> Views.whole(one.comment())).orElse(""));
    }

    private static Phase phase(Approval approval) {
        return switch (approval.decision()) {
            case APPROVE -> Phase.APPROVED;
            case RETURN -> Phase.RETURNED;
            case DENY -> Phase.DENIED;
        };
    }

    private String who(Approver approver, Locale locale) {
        return switch (approver) {
            case Approver.Whoever(Optional<Group> group) -> texts.text("chain.whoever", locale) + of(group);
            case Approver.Holder holder -> texts.text("role." + holder.role().word(), locale) + of(holder.group());
            case Approver.Named named -> named.name().value();
        };
    }

    private static String of(Optional<Group> group) {
        return group.map(Group::name)
                .filter(name -> !name.isEmpty())
                .map(name -> " (" + name + ")")
                .orElse("");
    }

    /** Which step of how many; empty where there is but one. */
    static String place(Request request) {
        int steps = request.progress().chain().steps().size();
        return steps == 1 ? "" : request.progress().step() + 1 + "/" + steps;
    }
}
