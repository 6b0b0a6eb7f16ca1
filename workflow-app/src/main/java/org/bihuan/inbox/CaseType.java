package org.bihuan.inbox;

import org.bihuan.casefile.CaseNumber;

/** What the inbox must know of a family of cases; each family has one bean of it. */
public interface CaseType {

    /** Word that names the family, for example {@code incident}. */
    String family();

    /**
     * Keeps others from changing the case until the transaction ends. Everybody locks in this order: the case, then its
     * tasks, then what the engine keeps of it; so nobody waits for somebody who waits for him.
     */
    default void lock(CaseNumber number) {}

    /** What the inbox shows of the case, read while the caller's transaction may have changed it. */
    CaseSummary summary(CaseNumber number);

    /** Route of the page that shows the case to everybody who may see it, for example {@code incidents/SBQ-2026-000123}. */
    String route(CaseNumber number);

    /**
     * The current user took the task on, by the inbox or by the family's own page; called in the transaction of the
     * claim, so that the family can note it.
     *
     * @throws ClaimRefusedException to undo it
     */
    default void claimed(InboxTask task) {}

    /**
     * The current user goes on with a task that somebody absent had taken, in his place; called in the same transaction.
     *
     * @throws ClaimRefusedException to undo it
     */
    default void takenOver(InboxTask task) {}

    /** The holder gave the task back to its posts, or can do it no longer; called in the same transaction. */
    default void released(InboxTask task) {}
}
