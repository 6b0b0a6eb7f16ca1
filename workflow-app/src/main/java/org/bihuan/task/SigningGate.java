package org.bihuan.task;

import java.util.List;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.TaskGate;
import org.bihuan.inbox.TaskRefusedException;
import org.springframework.stereotype.Component;

/** Whoever asked others to sign does not go on without them. */
@Component
class SigningGate implements TaskGate {

    private final SignerMapper mapper;

    SigningGate(SignerMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void check(InboxTask task, Deed deed) {
        if (deed == Deed.COMPLETE && task.accompanied()) {
            List<Signer> open = mapper.ofTask(task.taskId()).stream()
                    .filter(signer -> signer.state().isOpen())
                    .toList();
            require(open, SignerPlace.BEFORE, "task.refused.signing.before");
            require(open, SignerPlace.BESIDE, "task.refused.signing.beside");
            boolean sent = open.stream().anyMatch(signer -> signer.state() == SignerState.ASKED);
            require(open, SignerPlace.AFTER, sent ? "task.refused.signing.sent" : "task.refused.signing.after");
        }
    }

    /**
     * Goes on when nobody of this place has to sign.
     *
     * @throws TaskRefusedException with the names of those who have
     */
    static void require(List<Signer> open, SignerPlace place, String refusal) {
        List<Signer> awaited =
                open.stream().filter(signer -> signer.place() == place).toList();
        if (!awaited.isEmpty()) {
            throw new TaskRefusedException(refusal, SignerLedger.names(awaited));
        }
    }
}
