package org.bihuan.org;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers, as long as a transaction lasts, for which absent person the current user acts. */
@Component
class ActingFor {

    void set(@Nullable StandIn absent) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        boolean known = TransactionSynchronizationManager.unbindResourceIfPossible(this) != null;
        if (absent != null) {
            TransactionSynchronizationManager.bindResource(this, absent);
            if (!known) {
                TransactionSynchronizationManager.registerSynchronization(new Forgetting());
            }
        }
    }

    @Nullable StandIn current() {
        return (StandIn) TransactionSynchronizationManager.getResource(this);
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ActingFor.this);
        }
    }
}
