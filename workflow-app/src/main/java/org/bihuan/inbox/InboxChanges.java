package org.bihuan.inbox;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers who has something new to see, and writes it down once, right before the transaction ends. */
@Component
class InboxChanges {

    private final InboxChangeMapper mapper;
    private final Clock clock;

    InboxChanges(InboxChangeMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Readers of tasks; both may be empty in one row, but never in the same. */
    record Concerned(@Nullable Long postId, @Nullable Long staffId) {}

    /** Something changed for the holders of these posts, and for this member of staff if there is one. */
    void tell(Collection<Long> posts, @Nullable Long staffId) {
        Set<Concerned> concerned = concerned();
        if (posts.isEmpty() && staffId != null) {
            concerned.add(new Concerned(null, staffId));
        }
        posts.forEach(post -> concerned.add(new Concerned(post, staffId)));
    }

    /** As above, for readers found elsewhere. */
    void tell(Collection<Concerned> readers) {
        concerned().addAll(readers);
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
