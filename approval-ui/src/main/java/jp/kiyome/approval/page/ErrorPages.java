package jp.kiyome.approval.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import jp.kiyome.approval.request.No;
import jp.kiyome.core.content.ContentTooLarge;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.quarantine.item.IllegalMove;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What is said when something is not done: in both languages, and nothing of how we are built. */
@Controller
@ControllerAdvice
public final class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object said = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(said instanceof Integer status ? status : 404, response, model);
    }

    @ExceptionHandler(No.class)
    String no(No no, HttpServletResponse response, Model model) {
        model.addAttribute("why", text(no.why()));
        return page(status(no.why()), response, model);
    }

    /** The name of the text that says so. */
    static String text(No.Why why) {
        return "no." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int status(No.Why why) {
        return switch (why) {
            case NOTHING_THERE -> 404;
            case NOT_ALLOWED, OWN_REQUEST -> 403;
            case WRONG_STATE, LAPSED, ASKED_ALREADY, LOOK_FIRST, NOT_YOUR_TURN, DECIDED_ALREADY -> 409;
            case NO_REASON, NO_PASSWORD, NO_SUCH_PART -> 422;
        };
    }

    /** What was applied does not stand under the files any more: nothing is worked on by a policy that nobody knows. */
    @ExceptionHandler(PolicyInvalid.class)
    String policy(HttpServletResponse response, Model model) {
        model.addAttribute("why", "error.policy");
        return page(500, response, model);
    }

    @ExceptionHandler(IllegalMove.class)
    String move(HttpServletResponse response, Model model) {
        return page(409, response, model);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, ContentTooLarge.class})
    String tooLarge(HttpServletResponse response, Model model) {
        return page(413, response, model);
    }

    /** A form of another kind than the page's. */
    @ExceptionHandler(MultipartException.class)
    String form(HttpServletResponse response, Model model) {
        return page(400, response, model);
    }

    private static String page(int status, HttpServletResponse response, Model model) {
        int shown =
                switch (status) {
                    case 400, 403, 404, 409, 413, 422, 429 -> status;
                    case 405 -> 404;
                    default -> status < 500 ? 400 : 500;
                };
        response.setStatus(shown);
        model.addAttribute("status", shown);
        if (!model.containsAttribute("why")) {
            model.addAttribute("why", "error." + shown);
        }
        return "error";
    }
}
