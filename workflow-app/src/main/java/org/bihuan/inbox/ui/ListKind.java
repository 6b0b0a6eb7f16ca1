package org.bihuan.inbox.ui;

import java.util.List;

/** The lists, in the order of their tabs, with the keys of the headings of their columns. */
enum ListKind {
    TODO(
            "inbox.due",
            "inbox.matter",
            "inbox.number",
            "inbox.step",
            "inbox.from",
            "inbox.column.UNIT",
            "inbox.lying",
            "inbox.holder"),
    DONE("inbox.result", "inbox.matter", "inbox.number", "inbox.step", "", "", "inbox.completed", ""),
    STARTED("inbox.status", "inbox.matter", "inbox.number", "", "", "", "inbox.begun", ""),
    COPIED(
            "inbox.copy.state",
            "inbox.matter",
            "inbox.number",
            "inbox.copy.words",
            "inbox.copy.by",
            "",
            "inbox.copy.sent",
            "");

    private final List<String> headings;

    ListKind(String... headings) {
        this.headings = List.of(headings);
    }

    List<String> headings() {
        return headings;
    }
}
