package jp.kiyome.approval.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Japanese, unless somebody has chosen English. */
public final class LanguageCookie implements LocaleResolver {

    static final String NAME = "kiyome-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && "en".equals(cookie.getValue()) ? Locale.ENGLISH : Locale.JAPANESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("chosen by a form");
    }
}
