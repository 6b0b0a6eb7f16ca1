package org.bihuan.api;

import java.util.List;

/**
 * Why a request is not answered, RFC 9457. Title and detail stand in the translations under
 * {@code api.problem.<code>.title} and {@code api.problem.<code>}.
 *
 * @param code names the kind: {@code urn:bihuan:problem:<code>} is its type
 * @param fields what is wrong with single fields
 * @param arguments places to fill in the detail
 */
public record Problem(int status, String code, List<FieldProblem> fields, List<Object> arguments) {

    static Problem of(int status, String code, Object... arguments) {
        return new Problem(status, code, List.of(), List.of(arguments));
    }

    /** Content that cannot be taken, with a reason for each field. */
    public static Problem badFields(List<FieldProblem> fields) {
        return new Problem(400, "badField", fields, List.of());
    }

    /** There is nothing at this address. */
    public static Problem notFound() {
        return of(404, "notFound");
    }

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer into the request, for example {@code /place/longitude}
     * @param sentence in the reader's language
     */
    public record FieldProblem(String pointer, String sentence) {}
}
