package org.bihuan.inbox;

import java.util.List;
import java.util.Objects;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TaskFacts;
import org.bihuan.engine.TaskObserver;
import org.bihuan.inbox.CopyPost.Receiver;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.bihuan.org.RoleAbove;
import org.bihuan.org.StaffService;
import org.springframework.stereotype.Component;

/**
 * Sends the copies that a model asks for by the property {@code copyTo} of a user task, when that is done. A post that
 * nobody holds gets none, so that the process goes on.
 */
@Component
class ModelCopies implements TaskObserver {

    /** Name of the property; its value is read by {@link RoleAbove#parse}. */
    private static final String PROPERTY = "copyTo";

    private final CopyPost post;
    private final CaseTypes types;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser user;

    ModelCopies(CopyPost post, CaseTypes types, OrgService units, StaffService staff, CurrentUser user) {
        this.post = post;
        this.types = types;
        this.units = units;
        this.staff = staff;
        this.user = user;
    }

    @Override
    public void created(TaskFacts task) {}

    @Override
    public void assigned(TaskFacts task) {}

    @Override
    public void completed(TaskFacts task) {
        String wanted = task.properties().get(PROPERTY);
        if (wanted == null) {
            return;
        }
        var number = new CaseNumber(task.caseNumber());
        Long unitId = types.of(task.family()).summary(number).unitId();
        OrgUnit unit = unitId == null ? null : units.find(unitId).orElse(null);
        if (unit == null) {
            return;
        }
        Long doer = user.staffId().orElse(null);
        List<Receiver> receivers = RoleAbove.parse(wanted).stream()
                .flatMap(above -> staff.holders(unit, above).stream())
                .filter(holder -> !Objects.equals(holder.id(), doer))
                .map(holder -> new Receiver(holder.id(), holder.name()))
                .distinct()
                .toList();
        if (!receivers.isEmpty()) {
            post.deliver(task.family(), number, Actor.SYSTEM, receivers, "");
        }
    }

    @Override
    public void cancelled(TaskFacts task) {}
}
