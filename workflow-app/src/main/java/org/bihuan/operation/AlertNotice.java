package org.bihuan.operation;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.stereotype.Component;

/** Shows administrators what needs them, and that a repair waits for a second one. */
@Component
class AlertNotice implements Notice {

    private final Alerts alerts;
    private final RepairMapper repairs;
    private final Rights rights;

    AlertNotice(Alerts alerts, RepairMapper repairs, Rights rights) {
        this.alerts = alerts;
        this.repairs = repairs;
        this.rights = rights;
    }

    @Override
    public List<Line> lines() {
        if (!rights.may(Verb.OPERATION_LOOK)) {
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
