package org.bihuan.incident;

import java.util.Map;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.FormValidation;
import org.springframework.stereotype.Component;

/** Checks on the server what people wrote, by the same forms that made the fields. */
@Component
class IncidentForms {

    private final FormSchemas schemas;
    private final FormValidation validation;

    IncidentForms(FormSchemas schemas, FormValidation validation) {
        this.schemas = schemas;
        this.validation = validation;
    }

    /**
     * All values, cleaned.
     *
     * @param form name of a form below {@code forms/incident}
     * @throws org.bihuan.form.InvalidFormException when any value breaks a rule of the form
     */
    Map<String, Object> accept(String form, Map<String, ?> values) {
        return validation.accept(schemas.schema("incident/" + form), values);
    }

    /** What is answered when many tasks are done in one go. */
    Map<String, Object> bulkAnswers(String form) {
        return schemas.schema("incident/" + form).bulkAnswers();
    }

    /**
     * The text of one field, cleaned; empty when it was left empty.
     *
     * @param form name of a form below {@code forms/incident}
     * @param values all values of that form
     * @throws org.bihuan.form.InvalidFormException when any value breaks a rule of the form
     */
    String text(String form, String field, Map<String, ?> values) {
        return accept(form, values).get(field) instanceof String text ? text : "";
    }
}
