package org.bihuan.task;

import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.ItemKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 批量催办: asks those to hurry whose lateness was told to the reader. */
@Component
@Order(60)
class BulkUrge implements BulkVerb {

    private final Urging urging;

    BulkUrge(Urging urging) {
        this.urging = urging;
    }

    @Override
    public String key() {
        return "task.bulk.urge";
    }

    @Override
    public boolean fits(InboxItem item) {
        return item.kind() == ItemKind.ESCALATION;
    }

    @Override
    public void apply(InboxItem item, Input input) {
        urging.urge(item.taskId(), input.words());
    }
}
