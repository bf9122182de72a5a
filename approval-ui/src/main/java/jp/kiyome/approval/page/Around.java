package jp.kiyome.approval.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import jp.kiyome.approval.access.Menu;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.access.Step;
import jp.kiyome.approval.access.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, where they may go, in which language. */
@ControllerAdvice
public final class Around {

    private final Menu menu;

    public Around(Menu menu) {
        this.menu = menu;
    }

    @ModelAttribute
    void add(HttpServletRequest request, Model model, Locale locale) {
        @Nullable Visitor visitor = (Visitor) request.getAttribute(Visitor.ATTRIBUTE);
        // An error before the door is of no side: nothing is offered then.
        Side side = request.getAttribute(Side.ATTRIBUTE) instanceof Side at ? at : Side.WHOLE;
        boolean signedIn = visitor != null && visitor.visit().step() == Step.DONE;
        model.addAttribute("signedIn", signedIn);
        model.addAttribute("someStep", visitor != null);
        model.addAttribute(
                "who", visitor == null ? "" : visitor.person().fullName().toString());
        model.addAttribute(
                "where", visitor == null ? "" : visitor.person().organisation().id());
        model.addAttribute("menu", visitor != null && signedIn ? menu.of(visitor.person(), side) : List.of());
        model.addAttribute("takesIn", menu.isAt(side, "POST", "/files"));
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("other", Locale.ENGLISH.equals(locale) ? "ja" : "en");
    }
}
