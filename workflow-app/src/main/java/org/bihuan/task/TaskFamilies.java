package org.bihuan.task;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The families' rules, looked up when asked: a family's bean may itself need this module. */
@Component
class TaskFamilies {

    private final ObjectProvider<TaskRules> rules;

    TaskFamilies(ObjectProvider<TaskRules> rules) {
        this.rules = rules;
    }

    /** The rules of the family; those that refuse everything where it has none. */
    TaskRules of(String family) {
        return rules.stream()
                .filter(one -> one.family().equals(family))
                .findFirst()
                .orElse(() -> family);
    }
}
