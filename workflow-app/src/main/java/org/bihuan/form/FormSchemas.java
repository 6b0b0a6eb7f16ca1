package org.bihuan.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All forms on the class path, read and checked once when the program starts. */
@Component
public class FormSchemas {

    private static final Pattern KEY = Pattern.compile(".*/forms/([a-z0-9-]+/[a-z0-9-]+)\\.form");

    private final Map<String, FormSchema> schemas = new TreeMap<>();

    /**
     * Reads all forms.
     *
     * @throws BadFormException when one of them says something that is not understood
     */
    FormSchemas(ResourcePatternResolver resources) {
        try {
            for (Resource file : resources.getResources("classpath*:forms/**/*.form")) {
                String key = key(file);
                schemas.put(key, FormReader.read(key, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The forms on the class path cannot be read", e);
        }
    }

    private static String key(Resource file) throws IOException {
        String url = file.getURL().toString();
        Matcher matcher = KEY.matcher(url);
        if (!matcher.matches()) {
            throw new BadFormException("The form " + url
                    + " must lie in forms/<module>/<task>.form, named with small letters and hyphens");
        }
        return matcher.group(1);
    }

    /**
     * The form with this key.
     *
     * @param formKey for example {@code incident/handle-incident}
     * @throws IllegalArgumentException when there is none
     */
    public FormSchema schema(String formKey) {
        FormSchema schema = schemas.get(formKey);
        if (schema == null) {
            throw new IllegalArgumentException("There is no form forms/" + formKey + ".form");
        }
        return schema;
    }

    /** Keys of all forms. */
    public Set<String> keys() {
        return Set.copyOf(schemas.keySet());
    }
}
