package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 打印 in the bar: leads to the print of the case. */
@Component
@Order(900)
class PrintAction implements TaskAction {

    @Override
    public String key() {
        return "task.print";
    }

    @Override
    public boolean offered(Subject subject) {
        return true;
    }

    @Override
    public void open(Subject subject, Runnable done) {
        UI.getCurrent().navigate("task/print/" + subject.number());
    }
}
