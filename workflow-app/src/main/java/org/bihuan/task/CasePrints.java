package org.bihuan.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 打印: the case on paper, for whoever may read it. A print leaves the program, so that the record says who took one. */
@Service
@Transactional
public class CasePrints {

    /** They stand in parts of their own, or say nothing about the case. */
    private static final Set<String> NOT_PRINTED = Set.of("task.commented", "task.copied", "task.printed");

    private final OpenTasks open;
    private final TaskDesk desk;
    private final TaskFamilies families;
    private final Comments comments;
    private final Copies copies;
    private final AuditLog audit;
    private final CaseRegister register;
    private final StaffService staff;
    private final CurrentUser user;

    CasePrints(
            OpenTasks open,
            TaskDesk desk,
            TaskFamilies families,
            Comments comments,
            Copies copies,
            AuditLog audit,
            CaseRegister register,
            StaffService staff,
            CurrentUser user) {
        this.open = open;
        this.desk = desk;
        this.families = families;
        this.comments = comments;
        this.copies = copies;
        this.audit = audit;
        this.register = register;
        this.staff = staff;
        this.user = user;
    }

    /**
     * Takes a print of the case.
     *
     * @throws CaseNotFoundException when there is none with this number, or none for the current user
     */
    @PreAuthorize("@rights.may('task.print')")
    public CasePrint print(CaseNumber number, Locale locale) {
        // Asks who may read the case.
        List<AuditEntry> entries = audit.entries(number).stream()
                .filter(entry -> !NOT_PRINTED.contains(entry.eventType()))
                .toList();
        CaseFile file = register.find(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
        List<PrintedStep> steps = PrintedStep.of(open.doneSteps(number), entries);
        Set<AuditEntry> ofSteps =
                steps.stream().map(PrintedStep::deed).filter(Objects::nonNull).collect(Collectors.toSet());
        var print = new CasePrint(
                file,
                families.of(file.family()).printed(number, locale),
                steps,
                entries.stream().filter(entry -> !ofSteps.contains(entry)).toList(),
                comments.of(number),
                copies.receipts(number),
                names(file, steps),
                user.require().name(),
                desk.now());
        desk.tell(file.family(), number, "printed", "");
        return print;
    }

    private Map<Long, String> names(CaseFile file, List<PrintedStep> steps) {
        return Stream.concat(
                        Stream.ofNullable(file.startedBy()),
                        steps.stream()
                                .flatMap(printed -> Stream.of(
                                                printed.step().staffId(),
                                                printed.step().forStaffId())
                                        .filter(Objects::nonNull)))
                .distinct()
                .flatMap(id -> staff.find(id).stream())
                .collect(Collectors.toMap(Staff::id, Staff::name, (one, other) -> one));
    }
}
