package org.bihuan.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switches the language by a plain link, {@code language/en} or {@code language/zh}, from any page, staff's or
 * residents', and leads back to it.
 */
@RestController
class LanguageController {

    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/language/{code:zh|en}")
    ResponseEntity<Void> choose(@PathVariable String code, HttpServletRequest request) {
        ResponseCookie cookie = ResponseCookie.from(Language.COOKIE, code)
                .path(request.getContextPath() + "/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, back(request.getHeader(HttpHeaders.REFERER), request.getContextPath()))
                .build();
    }

    /** The page that the visitor came from, as a path on this server whatever the header claims. */
    static String back(@Nullable String referrer, String contextPath) {
        String start = contextPath + "/";
        if (referrer == null) {
            return start;
        }
        try {
            URI uri = URI.create(referrer);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith(start) || path.startsWith("//")) {
                return start;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return start;
        }
    }
}
