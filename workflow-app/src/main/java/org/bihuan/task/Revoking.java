package org.bihuan.task;

import java.util.Objects;
import java.util.Optional;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.CaseEngine;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.CaseReading;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever started a case cancel it before it is decided; when that is, the family says. */
@Service
@Transactional
public class Revoking {

    private final TaskDesk desk;
    private final StepsBack back;
    private final CaseEngine engine;
    private final TaskFamilies families;
    private final CaseReading reading;
    private final CurrentUser user;

    Revoking(
            TaskDesk desk,
            StepsBack back,
            CaseEngine engine,
            TaskFamilies families,
            CaseReading reading,
            CurrentUser user) {
        this.desk = desk;
        this.back = back;
        this.engine = engine;
        this.families = families;
        this.reading = reading;
        this.user = user;
    }

    /**
     * Why the current user cannot cancel the case, as key of a text; empty when that is possible.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('task.revoke')")
    @Transactional(readOnly = true)
    public Optional<String> hinders(CaseNumber number) {
        reading.require(number);
        return hindrance(back.file(number), number);
    }

    /**
     * Cancels the case: its process ends, nobody has anything to do about it any more.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     * @throws TaskRefusedException when it is not the current user's, or decided, or without a reason
     */
    @PreAuthorize("@rights.may('task.revoke')")
    public void revoke(CaseNumber number, String reason) {
        String why = TaskDesk.reason(reason);
        reading.require(number);
        CaseFile file = back.locked(number);
        hindrance(file, number).ifPresent(key -> {
            throw new TaskRefusedException(key);
        });
        engine.end(number, "revoked");
        families.of(file.family()).revoked(number, why);
        desk.tell(file.family(), number, "revoked", why);
    }

    private Optional<String> hindrance(CaseFile file, CaseNumber number) {
        if (!Objects.equals(file.startedBy(), user.require().id())) {
            return Optional.of("task.refused.revoke.starter");
        }
        return back.atRest(file).or(() -> families.of(file.family()).hindersRevoking(number));
    }
}
