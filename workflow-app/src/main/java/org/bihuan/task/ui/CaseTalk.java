package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.Copies;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.StaffService;
import org.bihuan.task.Comments;

/** What the page of a case shows of the talk about it, for staff of all families: 讨论, and to whom it was copied. */
@org.springframework.stereotype.Component
public class CaseTalk {

    private final Comments comments;
    private final Copies copies;
    private final StaffService staff;
    private final CurrentUser user;
    private final Idempotency idempotency;

    CaseTalk(Comments comments, Copies copies, StaffService staff, CurrentUser user, Idempotency idempotency) {
        this.comments = comments;
        this.copies = copies;
        this.staff = staff;
        this.user = user;
        this.idempotency = idempotency;
    }

    /**
     * The sections for a reader who has just opened the case; copies to the reader count as read from now on.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    public Component of(CaseNumber number) {
        copies.read(number);
        var talk = new Div(
                new CommentsPanel(comments, staff, user.require().id(), idempotency, number),
                new CopiesPanel(copies.receipts(number)));
        talk.addClassName("talk");
        return talk;
    }
}
