package org.bihuan.notify;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON body with places: {@code {phone}}, {@code {subject}}, {@code {text}}, {@code {brief}} (subject and link),
 * {@code {url}}, {@code {messageId}}. Each stands where a JSON string may and becomes a quoted one. Nothing is evaluated.
 */
final class HttpTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private static final Letter EXAMPLE = new Letter("id", "subject", "text", "url");

    private final String template;

    /** @throws IllegalArgumentException when it names an unknown place or does not become JSON */
    HttpTemplate(String template) {
        this.template = template;
        try {
            JsonMapper.shared().readTree(fill("1", EXAMPLE));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The template does not become JSON", e);
        }
    }

    String fill(String phone, Letter letter) {
        Map<String, String> values = Map.of(
                "phone", phone,
                "subject", letter.subject(),
                "text", letter.text(),
                "brief", letter.subject() + "\n" + letter.url(),
                "url", letter.url(),
                "messageId", letter.id());
        return PLACE.matcher(template).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Unknown place {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(JsonMapper.shared().writeValueAsString(value));
        });
    }
}
