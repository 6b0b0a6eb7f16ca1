package org.bihuan.task.ui;

import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxTask;
import org.jspecify.annotations.Nullable;

/** An operation that the pages of all families offer; each is a bean, shown in the order of its annotation {@code @Order}. */
public interface TaskAction {

    /**
     * What the page is about.
     *
     * @param task the open task that the reader has before him; empty on the page of the whole case
     * @param mine whether the reader holds the task or, where several people sign it together, is asked to sign it now
     * @param version what the page showed, so that a stale page is noticed; 0 where the family counts none
     */
    record Subject(
            String family, CaseNumber number, @Nullable InboxTask task, boolean mine, int version) {

        /** Whether the reader holds the task, which nobody signs together with him. */
        boolean held() {
            return mine && task != null && !task.isJoint();
        }
    }

    /** Key of the button's words. */
    String key();

    /** Whether the reader could do it now, so that a button makes sense; the service decides. */
    boolean offered(Subject subject);

    /**
     * Opens the dialog.
     *
     * @param done called when it was done, so that the page can follow
     */
    void open(Subject subject, Runnable done);
}
