package org.bihuan.engine;

import org.springframework.stereotype.Component;

/**
 * Gives a child process the number of its case: {@code <camunda:in businessKey="${caseNumber.of(execution)}"/>}. Public
 * because expressions call it.
 */
@Component("caseNumber")
public class CaseNumberOf implements ModelBean {

    public String of(RunningCase execution) {
        return execution.caseNumber();
    }
}
