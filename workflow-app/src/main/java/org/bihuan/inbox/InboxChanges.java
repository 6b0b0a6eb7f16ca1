package org.bihuan.inbox;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers who has something new to see, and writes it down once, right before the transaction ends. */
@Component
public class InboxChanges {

    private final InboxChangeMapper mapper;
    private final Clock clock;

    InboxChanges(InboxChangeMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Readers of tasks; both may be empty in one row, but never in the same. */
    record Concerned(@Nullable Long postId, @Nullable Long staffId) {}

    /**
     * Something changed for the holders of these posts, and for this member of staff if there is one: their open pages are
     * told once the caller's transaction has committed, on whichever node they are.
     */
    public void tell(Collection<Long> posts, @Nullable Long staffId) {
        Set<Concerned> concerned = concerned();
        if (posts.isEmpty() && staffId != null) {
            concerned.add(new Concerned(null, staffId));
        }
        posts.forEach(post -> concerned.add(new Concerned(post, staffId)));
    }

    /** As above, for the rows of a task. */
    void tell(List<InboxMapper.Reader> readers) {
        readers.forEach(reader -> tell(reader.postId(), reader.staffId()));
    }

    /** As above, for one row. */
    void tell(@Nullable Long postId, @Nullable Long staffId) {
        if (postId != null || staffId != null) {
            concerned().add(new Concerned(postId, staffId));
        }
    }

    @SuppressWarnings("unchecked")
    private Set<Concerned> concerned() {
        var known = (Set<Concerned>) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        var begun = new LinkedHashSet<Concerned>();
        TransactionSynchronizationManager.bindResource(this, begun);
        TransactionSynchronizationManager.registerSynchronization(new Writing(begun));
        return begun;
    }

    private final class Writing implements TransactionSynchronization, Ordered {

        private final Set<Concerned> concerned;

        Writing(Set<Concerned> concerned) {
            this.concerned = concerned;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!concerned.isEmpty()) {
                mapper.insert(concerned, clock.instant());
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(InboxChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(InboxChanges.this, concerned);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(InboxChanges.this);
        }

        /** Before the statements of the transaction are flushed. */
        @Override
        public int getOrder() {
            return 0;
        }
    }
}
