package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.bihuan.calendar.DateFormats;
import org.bihuan.task.Handover;
import org.bihuan.task.HandoverList;
import org.bihuan.task.HandoverList.Line;

/** 移交清单: what was handed over, to be printed and signed. */
@Route("task/handover/:id([0-9]{1,18})")
class HandoverListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Handover handover;
    private String number = "";

    HandoverListView(Handover handover) {
        this.handover = handover;
        addClassName("handover-list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("id").orElse("0");
        show(handover.list(Long.parseLong(number)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("handover.list.title", number);
    }

    private void show(HandoverList list) {
        removeAll();
        var print = new Button(getTranslation("handover.list.print"));
        print.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addClassName("handover-print");
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation(
                        "handover.list.head",
                        list.staffName(),
                        list.handedByName(),
                        DateFormats.dateTime(list.handedAt(), getLocale()))),
                new Paragraph(getTranslation("handover.list.reason", list.reason())),
                table(list),
                signs(),
                print);
    }

    private Component table(HandoverList list) {
        var head = new NativeTableRow();
        for (String column : new String[] {"number", "case", "matter", "step", "due", "receiver"}) {
            head.add(new NativeTableHeaderCell(getTranslation("handover.list." + column)));
        }
        var table = new NativeTable();
        table.getHead().add(head);
        list.lines().forEach(line -> table.getBody().add(row(line)));
        var scroll = new Div(table);
        scroll.addClassName("handover-scroll");
        return scroll;
    }

    private NativeTableRow row(Line line) {
        return new NativeTableRow(
                new NativeTableCell(String.valueOf(line.position())),
                new NativeTableCell(line.caseNumber()),
                new NativeTableCell(line.title()),
                new NativeTableCell(getTranslation("task." + line.family() + "." + line.taskKey())),
                new NativeTableCell(DateFormats.dateTime(line.dueAt(), getLocale())),
                new NativeTableCell(receiver(line)));
    }

    private String receiver(Line line) {
        String name = line.receiverName() == null ? "" : line.receiverName();
        return switch (line.outcome()) {
            case GIVEN -> name;
            case POSTS -> getTranslation("handover.list.posts");
            case OWNER -> getTranslation("handover.list.owner", name);
        };
    }

    private Component signs() {
        var signs = new Div(sign("handover.list.signs.giver"), sign("handover.list.signs.receiver"));
        signs.addClassName("handover-signs");
        return signs;
    }

    private Component sign(String key) {
        return new Div(new Span(getTranslation(key)), new Span(getTranslation("handover.list.signs.day")));
    }
}
