package org.bihuan.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.bihuan.api.Problem.FieldProblem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads what programs send: nothing unknown, nothing twice, no text where a number belongs, and real UTF-8. */
@Component
public class StrictJson {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.Float, number -> {
                number.setCoercion(CoercionInputShape.String, CoercionAction.Fail);
                number.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.POJO, object -> {
                object.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                object.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
            })
            .build();

    private final ApiWords words;

    StrictJson(ApiWords words) {
        this.words = words;
    }

    /**
     * The content of a body.
     *
     * @throws ProblemException when it is no such content; names the field where it can
     */
    public <T> T read(byte[] body, Class<T> type, Locale locale) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.of(400, "notUtf8"));
        }
        if (text.isBlank()) {
            throw new ProblemException(Problem.of(400, "badJson"));
        }
        T content;
        try {
            content = json.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            throw field(e, "unknown", locale);
        } catch (DatabindException e) {
            throw field(e, "type", locale);
        } catch (StreamReadException e) {
            throw unreadable(e, locale);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of(400, "badJson"));
        }
        if (content == null) {
            throw new ProblemException(Problem.of(400, "badJson"));
        }
        return content;
    }

    private ProblemException field(DatabindException e, String fault, Locale locale) {
        var pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(
                                step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : escaped(step.getPropertyName())));
        return field(pointer.toString(), fault, locale);
    }

    private ProblemException unreadable(StreamReadException e, Locale locale) {
        // There is no type of its own for a field that occurs twice.
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
        return twice && e.processor() instanceof JsonParser parser
                ? field(parser.streamReadContext().pathAsPointer().toString(), "twice", locale)
                : new ProblemException(Problem.of(400, "badJson"));
    }

    private ProblemException field(String pointer, String fault, Locale locale) {
        return new ProblemException(
                Problem.badFields(List.of(new FieldProblem(pointer, words.word(locale, "api.field." + fault)))));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
