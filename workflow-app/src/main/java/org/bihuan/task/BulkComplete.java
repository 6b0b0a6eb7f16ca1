package org.bihuan.task;

import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.ItemKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 批量办理: does tasks that need nobody's answers. */
@Component
@Order(20)
class BulkComplete implements BulkVerb {

    private final BulkCompletion completion;
    private final TaskFamilies families;

    BulkComplete(BulkCompletion completion, TaskFamilies families) {
        this.completion = completion;
        this.families = families;
    }

    @Override
    public String key() {
        return "task.bulk.complete";
    }

    @Override
    public boolean fits(InboxItem item) {
        return item.kind() == ItemKind.TASK
                && item.suspendedAt() == null
                && families.of(item.family()).bulkAnswers(item.task()).isPresent();
    }

    @Override
    public void apply(InboxItem item, Input input) {
        completion.complete(item.taskId());
    }
}
