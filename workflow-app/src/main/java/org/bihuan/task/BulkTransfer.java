package org.bihuan.task;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bihuan.inbox.BulkVerb;
import org.bihuan.inbox.InboxItem;
import org.bihuan.inbox.ItemKind;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 批量转办: gives tasks in the reader's hands to one person who may have all of them. */
@Component
@Order(30)
class BulkTransfer implements BulkVerb {

    private final Transfer transfer;
    private final CurrentUser user;

    BulkTransfer(Transfer transfer, CurrentUser user) {
        this.transfer = transfer;
        this.user = user;
    }

    @Override
    public String key() {
        return "task.bulk.transfer";
    }

    @Override
    public boolean fits(InboxItem item) {
        return item.kind() == ItemKind.TASK
                && item.suspendedAt() == null
                && item.ownerId() == null
                && user.staffId().filter(me -> me.equals(item.assigneeId())).isPresent();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.RECEIVER, Need.WORDS);
    }

    @Override
    public List<Staff> receivers(List<InboxItem> items) {
        return items.stream()
                .map(item -> transfer.receivers(item.taskId()).stream()
                        .map(Receiver::person)
                        .toList())
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElse(List.of());
    }

    @Override
    public void apply(InboxItem item, Input input) {
        transfer.transfer(item.taskId(), Objects.requireNonNull(input.receiverId()), input.words());
    }
}
