package org.bihuan.task;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** The ledger of those who sign. */
@Mapper
interface SignerMapper {

    /** Opens the ledger of the task, if it has none. */
    void open(String taskId, String family, String caseNumber, String taskKey, @Nullable String rule);

    @Nullable TaskSigning signing(String taskId);

    /** Ledgers of the case's open tasks. */
    List<TaskSigning> ofCase(String caseNumber);

    void insert(NewSigner signer);

    @Nullable Signer find(long id);

    /** In the order in which they were asked. */
    List<Signer> ofTask(String taskId);

    /** Of the case's open tasks, what is up to this person. */
    List<Signer> askedOf(String caseNumber, long staffId);

    void waitFor(long signerId, long otherId);

    /** Lets everybody who waits for one wait for the other as well. */
    void waitAsWell(long forId, long forOtherId);

    /** Lets everybody who waits for this one wait for those for whom it waits. */
    void bridge(long id);

    /** Names of those who come first and have not signed. */
    List<String> awaited(long id);

    /** Those who wait for nobody any more and were not asked yet. */
    List<Signer> free(String taskId);

    void asked(long id, @Nullable Instant at);

    void decide(long id, Vote vote, String opinion, Instant at);

    void remove(long id, long removedBy, Instant at);

    /** The vote counts no more: what was signed has come back. */
    void supersede(long id, Instant at);

    /** The task has ended: whoever did not sign has not to, and what the holder sent is not kept. */
    void close(String taskId, Instant at);

    void sent(String taskId, String answers, Instant at);

    /** The holder has the task again. */
    void unsent(String taskId);

    boolean involves(String caseNumber, long staffId);

    /** Takes the id that the database gives. */
    final class NewSigner {

        private long id;
        private final String taskId;
        private final String caseNumber;
        private final long staffId;
        private final SignerPlace place;
        private final @Nullable Long addedBy;
        private final Instant addedAt;
        private final String note;

        NewSigner(
                String taskId,
                String caseNumber,
                long staffId,
                SignerPlace place,
                @Nullable Long addedBy,
                Instant addedAt,
                String note) {
            this.taskId = taskId;
            this.caseNumber = caseNumber;
            this.staffId = staffId;
            this.place = place;
            this.addedBy = addedBy;
            this.addedAt = addedAt;
            this.note = note;
        }

        long id() {
            return id;
        }
    }
}
