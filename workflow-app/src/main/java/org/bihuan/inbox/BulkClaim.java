package org.bihuan.inbox;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 批量受理: takes what nobody has taken. */
@Component
@Order(10)
class BulkClaim implements BulkVerb {

    private final InboxService inbox;

    BulkClaim(InboxService inbox) {
        this.inbox = inbox;
    }

    @Override
    public String key() {
        return "inbox.bulk.claim";
    }

    @Override
    public boolean fits(InboxItem item) {
        return item.claimable();
    }

    @Override
    public void apply(InboxItem item, Input input) {
        inbox.claim(item.taskId());
    }
}
