package org.bihuan.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.DoneStep;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Staff;

/**
 * What a family lets people do with its tasks beyond doing them, and how its own rows follow. A family has at most one
 * bean of it; what it does not answer is refused with a sentence. Everything is called inside the transaction of the
 * deed, with the case locked; a {@link TaskRefusedException} undoes it.
 */
public interface TaskRules {

    /** Word that names the family, for example {@code incident}. */
    String family();

    /** Why the task may not go back to that earlier step, as key of a text; empty when it may. */
    default Optional<String> hindersReturn(InboxTask from, String toTaskKey) {
        return Optional.of("task.refused.return.family");
    }

    /** The process went back; brings the family's rows in step. */
    default void returned(InboxTask from, String toTaskKey) {}

    /** Why the step may not be taken back by whoever did it, as key of a text; empty when it may. */
    default Optional<String> hindersTakingBack(CaseNumber number, DoneStep step) {
        return Optional.of("task.refused.takeBack.family");
    }

    /** The step was taken back and is open again; brings the family's rows in step. */
    default void takenBack(CaseNumber number, DoneStep step) {}

    /** Why whoever started the case may not cancel it any more, as key of a text; empty while it may be. */
    default Optional<String> hindersRevoking(CaseNumber number) {
        return Optional.of("task.refused.revoke.family");
    }

    /** Whoever started the case cancelled it; the process has ended. */
    default void revoked(CaseNumber number, String reason) {}

    /** Staff besides the holders of the task's posts to whom the task may be given, in the order of their closeness. */
    default List<Staff> furtherReceivers(InboxTask task) {
        return List.of();
    }

    /**
     * The task was given to that person, who holds one of {@link InboxTask#posts} unless it is one of
     * {@link #furtherReceivers}; brings the family's rows in step.
     */
    default void handedTo(InboxTask task, Staff receiver) {}

    /**
     * Answers with which the task may be done without opening it, in one go with others; empty when it may not. Asked as
     * well before anything is locked, for each selected row of a list, so it reads nothing.
     */
    default Optional<Map<String, Object>> bulkAnswers(InboxTask task) {
        return Optional.empty();
    }

    /**
     * Does the task as its form would, for the current user, who holds it.
     *
     * @param answers of the task's form, by the keys of its fields
     */
    default void complete(InboxTask task, Map<String, Object> answers) {
        throw new TaskRefusedException("task.refused.complete.family");
    }

    /** Why that person may not sign the task, for example his own work, as key of a text; empty when he may. */
    default Optional<String> hindersSigning(InboxTask task, long staffId) {
        return Optional.empty();
    }

    /** Those who have to sign the task together decided; completes it. */
    default void signed(InboxTask task, boolean approved) {
        throw new TaskRefusedException("task.refused.complete.family");
    }

    /** What a print of the case tells besides its head and its opinions, label and value in this language. */
    default List<Map.Entry<String, String>> printed(CaseNumber number, Locale locale) {
        return List.of();
    }
}
