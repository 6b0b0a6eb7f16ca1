package org.bihuan.inbox;

import java.util.List;

/** Something cannot be done with a task, and the reason is a sentence that people understand. */
public class TaskRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reasonKey;
    private final transient List<Object> values;

    /**
     * Because of a reason whose words have this key among the texts.
     *
     * @param values of the sentence, already in words
     */
    public TaskRefusedException(String reasonKey, Object... values) {
        super(reasonKey);
        this.reasonKey = reasonKey;
        this.values = List.of(values);
    }

    public String reasonKey() {
        return reasonKey;
    }

    public Object[] values() {
        return values.toArray();
    }
}
