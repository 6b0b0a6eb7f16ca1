package org.bihuan.operation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Shows administrators what needs them, and that a repair waits for a second one. */
@Component
class AlertNotice implements Notice {

    private static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";

    private final Alerts alerts;
    private final RepairMapper repairs;
    private final SecurityContextHolderStrategy contexts;

    AlertNotice(Alerts alerts, RepairMapper repairs, SecurityContextHolderStrategy contexts) {
        this.alerts = alerts;
        this.repairs = repairs;
        this.contexts = contexts;
    }

    @Override
    public List<Line> lines() {
        var authentication = contexts.getContext().getAuthentication();
        if (authentication == null
                || authentication.getAuthorities().stream()
                        .noneMatch(held -> ADMINISTRATOR.equals(held.getAuthority()))) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        alerts.raised()
                .forEach(alert -> lines.add(new Line(
                        alert.translationKey(),
                        List.of(alert.amount()),
                        alert.kind() == Alert.Kind.FAILED_JOBS ? "admin/jobs" : "admin/health")));
        long waiting = repairs.countProposed();
        if (waiting > 0) {
            lines.add(new Line("operation.repair.waiting", List.of(waiting), "admin/jobs"));
        }
        return lines;
    }
}
