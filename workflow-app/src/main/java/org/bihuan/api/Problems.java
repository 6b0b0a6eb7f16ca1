package org.bihuan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json}. */
@Component
class Problems {

    private final ApiWords words;
    private final JsonMapper json;

    Problems(ApiWords words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale locale = ApiWords.locale(request);
        String key = "api.problem." + problem.code();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:bihuan:problem:" + problem.code());
        body.put("title", words.word(locale, key + ".title"));
        body.put("status", problem.status());
        body.put("detail", words.word(locale, key, problem.arguments().toArray()));
        if (!problem.fields().isEmpty()) {
            body.put(
                    "errors",
                    problem.fields().stream()
                            .map(field -> new Fault(field.pointer(), field.sentence()))
                            .toList());
        }
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    private record Fault(String pointer, String detail) {}
}
