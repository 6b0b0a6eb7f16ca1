package org.bihuan.form;

import java.util.List;

/** The values do not keep to the form's rules; {@link #errors()} says which and why. */
public class InvalidFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidFormException(FormSchema schema, List<FieldError> errors) {
        super(schema.key() + ": " + errors);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
