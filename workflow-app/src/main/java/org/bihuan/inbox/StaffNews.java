package org.bihuan.inbox;

import java.util.List;
import org.bihuan.org.StaffChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever may do more or less than before sees it on the pages that are open. */
@Component
class StaffNews {

    private final InboxChanges changes;

    StaffNews(InboxChanges changes) {
        this.changes = changes;
    }

    @EventListener
    void follow(StaffChanged change) {
        changes.tell(List.of(), change.staffId());
    }
}
