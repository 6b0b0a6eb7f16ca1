package org.bihuan.rights;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.attachment.PhotoService;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.ClaimRefusedException;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.DeadlineReckoning;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.NotYourTaskException;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.incident.HandUpReason;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentFilter;
import org.bihuan.incident.IncidentFollowUp;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentLookup;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.Receipt;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.model.ModelDrafts;
import org.bihuan.model.ModelRefusedException;
import org.bihuan.operation.RepairRefusedException;
import org.bihuan.operation.RepairService;
import org.bihuan.org.Deputies;
import org.bihuan.org.Role;
import org.bihuan.org.StaffAdministration;
import org.bihuan.rights.District.Person;
import org.bihuan.task.BulkCompletion;
import org.bihuan.task.CasePrints;
import org.bihuan.task.Comments;
import org.bihuan.task.Delegating;
import org.bihuan.task.Drafts;
import org.bihuan.task.Escalation;
import org.bihuan.task.Extension;
import org.bihuan.task.Finishing;
import org.bihuan.task.Handover;
import org.bihuan.task.Reassigning;
import org.bihuan.task.Rest;
import org.bihuan.task.Returning;
import org.bihuan.task.Revoking;
import org.bihuan.task.SignerPlace;
import org.bihuan.task.Signers;
import org.bihuan.task.Signing;
import org.bihuan.task.Suspension;
import org.bihuan.task.TakingBack;
import org.bihuan.task.Transfer;
import org.bihuan.task.Urging;
import org.bihuan.task.Vote;
import org.bihuan.trace.DiagramService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries the methods of services as somebody, in a transaction that is rolled back. Where a case is needed, its task is
 * given to a post of that person first, so that nothing but the policy stands in the way; people of the relation OWN
 * find that one of their posts holds the case and that they did what is to be judged.
 */
final class ServiceAttempts {

    /** Doors that are tried by {@link #tries} below; all others need no object. */
    private static final Set<Verb> WITH_OBJECT = Set.of(
            Verb.CASE_READ,
            Verb.CASE_FOLLOW,
            Verb.INBOX_CLAIM,
            Verb.TASK_SIGN,
            Verb.TASK_FINISH,
            Verb.TASK_SIGNER_ADD,
            Verb.TASK_SIGNER_REMOVE,
            Verb.TASK_SIGNER_DISMISS,
            Verb.INBOX_COPY,
            Verb.TASK_URGE,
            Verb.TASK_COMMENT,
            Verb.TASK_PRINT,
            Verb.TASK_DRAFT,
            Verb.TASK_BULK,
            Verb.TASK_SUSPEND,
            Verb.TASK_EXTEND,
            Verb.TASK_EXTENSION_DECIDE,
            Verb.TASK_ACKNOWLEDGE,
            Verb.INCIDENT_READ,
            Verb.INCIDENT_DISPATCH,
            Verb.INCIDENT_DISMISS,
            Verb.INCIDENT_HANDLE,
            Verb.INCIDENT_VERIFY,
            Verb.INCIDENT_SUPPLEMENT,
            Verb.INCIDENT_RATE,
            Verb.INCIDENT_REOPEN,
            Verb.MODEL_DECIDE,
            Verb.REPAIR_DECIDE,
            Verb.STAFF_CHANGE,
            Verb.STAFF_APPOINT,
            Verb.DEPUTY_APPOINT_FOR,
            Verb.TASK_TRANSFER,
            Verb.TASK_DELEGATE,
            Verb.TASK_HAND_BACK,
            Verb.TASK_REASSIGN,
            Verb.HANDOVER_GIVE,
            Verb.HANDOVER_READ,
            Verb.TASK_RETURN,
            Verb.TASK_TAKE_BACK,
            Verb.TASK_REVOKE);

    private final ApplicationContext program;
    private final District district;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, Try> tries = new TreeMap<>();

    /** Does it and tells what there was; a refusal is thrown. */
    private interface Try {
        Seen as(Person person);
    }

    ServiceAttempts(ApplicationContext program, District district) {
        this.program = program;
        this.district = district;
        jdbc = program.getBean(JdbcTemplate.class);
        transaction = program.getBean(TransactionTemplate.class);
        cases();
        incidents();
        signing();
        clocks();
        goingBack();
        accounts();
        secondPersons();
        workThatChangesHands();
        peopleWhoLeave();
        ProgramDoors.services(program).forEach((name, door) -> {
            if (door.verbs().stream().noneMatch(WITH_OBJECT::contains)) {
                tries.computeIfAbsent(name, n -> person -> invoke(door.bean(), door.method()));
            }
        });
    }

    Set<String> names() {
        return tries.keySet();
    }

    /** What the person finds; nothing stays. */
    Seen seen(String door, Person person) {
        var seen = new Seen[1];
        District.as(
                person,
                () -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    seen[0] = attempt(tries.get(door), person);
                }));
        return seen[0];
    }

    private static Seen attempt(Try door, Person person) {
        try {
            return door.as(person);
        } catch (AccessDeniedException | CaseNotFoundException | NotYourTaskException | ClaimRefusedException refusal) {
            return Seen.NOTHING;
        }
    }

    private void cases() {
        reading("AuditLog.entries(CaseNumber)", n -> bean(AuditLog.class).entries(n));
        reading("DiagramService.of(CaseNumber)", n -> bean(DiagramService.class).of(n));
        reading("PhotoService.photos(CaseNumber)", n -> bean(PhotoService.class).photos(n));
        reading("Signing.of(CaseNumber)", n -> bean(Signing.class).of(n));
        reading("Signing.ledger(String)", n -> bean(Signing.class).ledger(taskId(n)));
        reading("Signing.task(String)", n -> bean(Signing.class).task(taskId(n)));
        reading("InboxService.tasks(CaseNumber)", n -> bean(InboxService.class).tasks(n));
        reading(
                "InboxService.task(CaseNumber String)",
                n -> bean(InboxService.class).task(n, Tasks.HANDLE_INCIDENT));
        reading("Copies.receipts(CaseNumber)", n -> bean(Copies.class).receipts(n));
        reading("Copies.posts(CaseNumber)", n -> bean(Copies.class).posts(n));
        reading("Copies.read(CaseNumber)", n -> {
            bean(Copies.class).read(n);
            return n;
        });
        reading("Comments.of(CaseNumber)", n -> bean(Comments.class).of(n));
        reading(
                "CasePrints.print(CaseNumber Locale)",
                n -> bean(CasePrints.class).print(n, Locale.CHINESE));
        doing(
                "Copies.send(CaseNumber Collection Collection String)",
                n -> bean(Copies.class).send(n, List.of(district.bystander), List.of(), ""));
        doing(
                "Comments.write(CaseNumber String Collection)",
                n -> bean(Comments.class).write(n, "请看", List.of()));
        doing("Urging.urge(String String)", n -> bean(Urging.class).urge(taskId(n), ""));
        doing("Urging.urgeCase(CaseNumber String)", n -> bean(Urging.class).urgeCase(n, ""));
        tries.put("Urging.may(CaseNumber)", person -> {
            hold(person, district.handling);
            return bean(Urging.class).may(district.handling.caseNumber()) ? Seen.ALLOWED : Seen.NOTHING;
        });
        reading(
                "IncidentLookup.details(CaseNumber)",
                n -> bean(IncidentLookup.class).details(n));
        tries.put("IncidentLookup.details(CaseNumber) phone", person -> {
            hold(person, district.handling);
            String phone = bean(IncidentLookup.class)
                    .details(district.handling.caseNumber())
                    .incident()
                    .report()
                    .phone();
            return phone == null ? Seen.NOTHING : phone.contains("*") ? Seen.MASKED : Seen.ALLOWED;
        });
        tries.put("IncidentLookup.list(IncidentFilter IncidentRow int)", person -> {
            hold(person, district.handling);
            String number = district.handling.caseNumber().value();
            return bean(IncidentLookup.class).list(IncidentFilter.ALL, null, 200).stream()
                            .anyMatch(row -> row.caseNumber().equals(number))
                    ? Seen.ALLOWED
                    : Seen.NOTHING;
        });
        following(
                "AuditLog.entriesForReporter(String)", t -> bean(AuditLog.class).entriesForReporter(t));
        following(
                "PhotoService.photosForReporter(String)",
                t -> bean(PhotoService.class).photosForReporter(t));
        following(
                "IncidentFollowUp.find(String)",
                t -> bean(IncidentFollowUp.class).find(t).orElseThrow(() -> new CaseNotFoundException("link")));
        following("IncidentFollowUp.supplement(String String List)", t -> {
            bean(IncidentFollowUp.class).supplement(t, "还有", List.of());
            return t;
        });
        tries.put(
                "IncidentFollowUp.rate(String int int String)",
                person -> allowed(
                        () -> bean(IncidentFollowUp.class).rate(token(person, district.rating), version(), 5, "")));
        tries.put(
                "IncidentFollowUp.reopen(String int String)",
                person -> allowed(
                        () -> bean(IncidentFollowUp.class).reopen(token(person, district.rating), version(), "还在")));
    }

    private int version() {
        return district.version(district.rating.caseNumber());
    }

    private void incidents() {
        task(
                "InboxService.claim(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                false,
                (p, n) -> bean(InboxService.class).claim(taskId(n)));
        task(
                "InboxService.release(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(InboxService.class).release(taskId(n)));
        task(
                "BulkCompletion.complete(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                false,
                (p, n) -> bean(BulkCompletion.class).complete(taskId(n)));
        task(
                "InboxService.requireHolder(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(InboxService.class).requireHolder(taskId(n)));
        task(
                "InboxService.claim(CaseNumber String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                false,
                (p, n) -> bean(InboxService.class).claim(n, Tasks.HANDLE_INCIDENT));
        task(
                "InboxService.requireHolder(CaseNumber String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(InboxService.class).requireHolder(n, Tasks.HANDLE_INCIDENT));
        task(
                "Drafts.save(String Map)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Drafts.class).save(taskId(n), Map.of("note", "写到一半")));
        tries.put(
                "Drafts.find(String)",
                person -> allowed(() -> bean(Drafts.class).find(taskId(district.handling.caseNumber()))));
        tries.put(
                "Drafts.drop(String)",
                person -> allowed(() -> bean(Drafts.class).drop(taskId(district.handling.caseNumber()))));
        task(
                "IncidentDispatch.take(CaseNumber)",
                district.waiting,
                Tasks.DISPATCH_INCIDENT,
                false,
                (p, n) -> bean(IncidentDispatch.class).take(n));
        task(
                "IncidentDispatch.dispatch(CaseNumber int long long String)",
                district.waiting,
                Tasks.DISPATCH_INCIDENT,
                true,
                (p, n) -> bean(IncidentDispatch.class).dispatch(n, district.version(n), district.department, 1, ""));
        tries.put(
                "IncidentDispatch.invalidate(CaseNumber int String)",
                person -> allowed(() -> bean(IncidentDispatch.class)
                        .invalidate(
                                district.waiting.caseNumber(),
                                district.version(district.waiting.caseNumber()),
                                "不是事件,请重新上报")));
        tries.put(
                "IncidentDispatch.merge(CaseNumber int CaseNumber String)",
                person -> allowed(() -> bean(IncidentDispatch.class)
                        .merge(
                                district.handling.caseNumber(),
                                district.version(district.handling.caseNumber()),
                                district.waiting.caseNumber(),
                                "与前一件相同,合并办理")));
        task(
                "IncidentHandling.accept(CaseNumber)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                false,
                (p, n) -> bean(IncidentHandling.class).accept(n));
        task(
                "IncidentHandling.handled(CaseNumber int String List)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(IncidentHandling.class).handled(n, district.version(n), "已清理完毕", List.of()));
        task(
                "IncidentHandling.handUp(CaseNumber int HandUpReason String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(IncidentHandling.class)
                        .handUp(n, district.version(n), HandUpReason.CANNOT_SOLVE, "需要执法部门处理"));
        task(
                "IncidentVerification.take(CaseNumber)",
                district.verifying,
                Tasks.VERIFY_INCIDENT,
                false,
                (p, n) -> bean(IncidentVerification.class).take(n));
        task(
                "IncidentVerification.pass(CaseNumber int String)",
                district.verifying,
                Tasks.VERIFY_INCIDENT,
                true,
                (p, n) -> bean(IncidentVerification.class).pass(n, district.version(n), "已核实"));
        task(
                "IncidentVerification.sendBack(CaseNumber int String)",
                district.verifying,
                Tasks.VERIFY_INCIDENT,
                true,
                (p, n) -> bean(IncidentVerification.class).sendBack(n, district.version(n), "照片里还有垃圾"));
    }

    private void signing() {
        tries.put(
                "Signing.open(CaseNumber)",
                person -> allowed(() -> bean(Signing.class).open(district.handling.caseNumber())));
        tries.put(
                "Signing.own(long)", person -> allowed(() -> bean(Signing.class).own(signer(person.staffId(), null))));
        tries.put(
                "Signing.sign(long Vote String)",
                person -> allowed(() -> bean(Signing.class).sign(signer(person.staffId(), null), Vote.AGREE, "")));
        tries.put(
                "Signers.remove(long String)",
                person -> allowed(() -> bean(Signers.class).remove(signer(null, person.staffId()), "不必")));
        tries.put(
                "Signers.dismiss(long String)",
                person -> allowed(() -> bean(Signers.class).dismiss(signer(null, null), "不必")));
        tries.put(
                "Signers.removable(String)",
                person -> allowed(() -> bean(Signers.class).removable(taskId(district.handling.caseNumber()))));
        task(
                "Signers.add(String SignerPlace List String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Signers.class).add(taskId(n), SignerPlace.BESIDE, List.of(district.bystander), ""));
        task(
                "Finishing.finish(String Map)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Finishing.class).finish(taskId(n), Map.of()));
        task(
                "Finishing.sent(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Finishing.class).sent(taskId(n)));
    }

    /** A row of the ledger of a task that is signed together, of that person and added by that one. */
    private long signer(@Nullable Long staffId, @Nullable Long addedBy) {
        CaseNumber number = district.handling.caseNumber();
        String taskId = taskId(number);
        jdbc.update("update inbox_item set post_id = null where task_id = ?", taskId);
        jdbc.update(
                "insert into task_signing (task_id, family, case_number, task_key, rule) values (?, 'incident', ?, ?, 'all')",
                taskId,
                number.value(),
                Tasks.HANDLE_INCIDENT);
        for (int i = 0; i < 2; i++) {
            jdbc.update(
                    "insert into task_signer (task_id, case_number, staff_id, place, added_by, added_at, note, asked_at)"
                            + " values (?, ?, ?, ?, ?, utc_timestamp(), '', utc_timestamp())",
                    taskId,
                    number.value(),
                    staffId == null ? district.bystander : staffId,
                    addedBy == null ? "JOINT" : "BESIDE",
                    addedBy);
        }
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private void clocks() {
        reading("Suspension.current(CaseNumber)", n -> bean(Suspension.class).current(n));
        reading("Suspension.of(CaseNumber)", n -> bean(Suspension.class).of(n));
        reading("Extension.of(CaseNumber)", n -> bean(Extension.class).of(n));
        reading(
                "Extension.isAsked(CaseNumber String)",
                n -> bean(Extension.class).isAsked(n, taskId(n)));
        reading("Escalation.waiting(CaseNumber)", n -> bean(Escalation.class).waiting(n));
        reading(
                "DeadlineReckoning.lines(InboxTask Locale)",
                n -> bean(DeadlineReckoning.class)
                        .lines(
                                transaction.execute(status ->
                                        bean(OpenTasks.class).ofCase(n).getFirst()),
                                Locale.ENGLISH));
        tries.put("Suspension.may(CaseNumber)", person -> {
            holdTask(person);
            return bean(Suspension.class).may(district.handling.caseNumber()) ? Seen.ALLOWED : Seen.NOTHING;
        });
        tries.put("Suspension.suspend(CaseNumber Kind String Instant)", person -> {
            holdTask(person);
            return allowed(() ->
                    bean(Suspension.class).suspend(district.handling.caseNumber(), Rest.Kind.RESTING, "等待答复", null));
        });
        tries.put("Suspension.resume(CaseNumber String)", person -> {
            holdTask(person);
            return allowed(() -> bean(Suspension.class).resume(district.handling.caseNumber(), ""));
        });
        task(
                "Extension.ask(String Instant String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Extension.class).ask(taskId(n), Instant.parse("2036-01-01T00:00:00Z"), "等待材料"));
        tries.put("Extension.find(long)", person -> {
            long request = request(person);
            return allowed(() -> bean(Extension.class).find(request));
        });
        tries.put("Extension.grant(long Instant String)", person -> {
            long request = request(person);
            return allowed(() -> bean(Extension.class).grant(request, Instant.parse("2036-01-01T00:00:00Z"), ""));
        });
        tries.put("Extension.refuse(long String)", person -> {
            long request = request(person);
            return allowed(() -> bean(Extension.class).refuse(request, "来得及"));
        });
        tries.put("Escalation.acknowledge(long String)", person -> {
            String number = district.handling.caseNumber().value();
            jdbc.update(
                    "insert into task_escalation (task_id, case_number, due_at, level, post_id, escalated_at) values (?, ?,"
                            + " utc_timestamp(), 1, ?, utc_timestamp())",
                    taskId(district.handling.caseNumber()),
                    number,
                    person.isOwn() ? person.postId() : 0);
            long id = jdbc.queryForObject("select last_insert_id()", Long.class);
            return allowed(() -> bean(Escalation.class).acknowledge(id, ""));
        });
    }

    /** Lets the person hold the open task through one of the own posts, if that is how they are related. */
    private void holdTask(Person person) {
        if (person.isOwn()) {
            jdbc.update(
                    "update inbox_item set post_id = ?, assignee_id = ? where case_number = ?",
                    person.postId(),
                    person.staffId(),
                    district.handling.caseNumber().value());
        }
    }

    /** A request for more time that one of the person's posts decides, where the relation is OWN. */
    private long request(Person person) {
        String number = district.handling.caseNumber().value();
        jdbc.update(
                "insert into task_extension (task_id, family, case_number, task_key, asked_by, asked_at, late, due_before,"
                        + " proposed_due, reason, post_id, state) values (?, 'incident', ?, 'handleIncident', ?,"
                        + " utc_timestamp(), false, utc_timestamp(), utc_timestamp(), 'x', ?, 'ASKED')",
                taskId(district.handling.caseNumber()),
                number,
                district.bystander,
                person.isOwn() ? person.postId() : 0);
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private void goingBack() {
        task(
                "Returning.targets(String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Returning.class).targets(taskId(n)));
        task(
                "Returning.toPrevious(String String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Returning.class).toPrevious(taskId(n), "地址不清"));
        task(
                "Returning.to(String String String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Returning.class).to(taskId(n), Tasks.DISPATCH_INCIDENT, "地址不清"));
        task(
                "Returning.toStarter(String String)",
                district.handling,
                Tasks.HANDLE_INCIDENT,
                true,
                (p, n) -> bean(Returning.class).toStarter(taskId(n), "地址不清"));
        reading("TakingBack.mine(CaseNumber)", n -> bean(TakingBack.class).mine(n));
        tries.put("TakingBack.takeBack(CaseNumber long String)", person -> {
            hold(person, district.handling);
            long step = done(person, district.handling.caseNumber());
            return allowed(() -> bean(TakingBack.class).takeBack(district.handling.caseNumber(), step, "填错了"));
        });
        reading("Revoking.hinders(CaseNumber)", n -> bean(Revoking.class).hinders(n));
        tries.put("Revoking.revoke(CaseNumber String)", person -> {
            hold(person, district.handling);
            return allowed(() -> bean(Revoking.class).revoke(district.handling.caseNumber(), "不再需要"));
        });
    }

    /** A step of the case that the person did, as far as the lists know. */
    private long done(Person person, CaseNumber number) {
        jdbc.update(
                "insert into inbox_done (staff_id, task_id, family, case_number, task_key, title, created_at, due_at,"
                        + " completed_at) select ?, task_id, family, case_number, task_key, title, created_at, due_at,"
                        + " created_at from inbox_item where case_number = ? limit 1",
                Objects.requireNonNullElse(person.staffId(), 0L),
                number.value());
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private void accounts() {
        account("describe(long String String String)", id -> administration().describe(id, "某人", null, null));
        account("resetPassword(long)", id -> administration().resetPassword(id));
        account("unlock(long)", id -> administration().unlock(id));
        account("enable(long)", id -> administration().enable(id));
        account("disable(long)", id -> administration().disable(id));
        account(
                "appoint(long long Role LocalDate)",
                id -> administration().appoint(id, district.community, Role.LEADER, LocalDate.of(2026, 1, 1)));
        account("dismiss(long long LocalDate)", id -> administration().dismiss(id, 0, LocalDate.of(2026, 1, 1)));
    }

    /** What one administrator proposed, the person in question where the relation is OWN, and another one decides. */
    private void secondPersons() {
        tries.put("ModelDrafts.approve(long int)", person -> {
            long draft = draft(proposer(person));
            return allowed(() -> bean(ModelDrafts.class).approve(draft, 0));
        });
        tries.put("ModelDrafts.reject(long int String)", person -> {
            long draft = draft(proposer(person));
            return allowed(() -> bean(ModelDrafts.class).reject(draft, 0, "不采用"));
        });
        tries.put("RepairService.approve(long)", person -> {
            long repair = repair(proposer(person));
            return allowed(() -> bean(RepairService.class).approve(repair));
        });
        tries.put("RepairService.reject(long String)", person -> {
            long repair = repair(proposer(person));
            return allowed(() -> bean(RepairService.class).reject(repair, "不采用"));
        });
    }

    private void workThatChangesHands() {
        handing("Transfer.receivers(String)", (p, id) -> bean(Transfer.class).receivers(id));
        handing(
                "Transfer.transfer(String long String)",
                (p, id) -> bean(Transfer.class).transfer(id, district.bystander, "换人"));
        handing(
                "Delegating.delegate(String long String)",
                (p, id) -> bean(Delegating.class).delegate(id, district.bystander, "请看"));
        handing("Delegating.handBack(String String)", (p, id) -> {
            jdbc.update("update inbox_item set owner_id = ? where task_id = ?", district.bystander, id);
            bean(Delegating.class).handBack(id, "已看");
        });
        handing("Delegating.recall(String)", (p, id) -> {
            jdbc.update("update inbox_item set owner_id = ? where task_id = ?", p.staffId(), id);
            bean(Delegating.class).recall(id);
        });
        tries.put(
                "Delegating.delegatedByMe()",
                person -> allowed(() -> bean(Delegating.class).delegatedByMe()));
        handing("Reassigning.orphans(CaseNumber)", (p, id) -> {
            orphan(p, id);
            bean(Reassigning.class).orphans(district.handling.caseNumber());
        });
        handing("Reassigning.reassign(String long String)", (p, id) -> {
            orphan(p, id);
            bean(Reassigning.class).reassign(id, district.bystander, "换人");
        });
    }

    private void handing(String door, java.util.function.BiConsumer<Person, String> deed) {
        task(door, district.handling, Tasks.HANDLE_INCIDENT, true, (p, n) -> deed.accept(p, taskId(n)));
    }

    /** Shows the person that nobody is there to do the task. */
    private void orphan(Person person, String taskId) {
        jdbc.update(
                "insert into inbox_item (task_id, kind, ref_id, post_id, family, case_number, task_key, form_key, title,"
                        + " created_at, due_at, warn_at) select task_id, 'ORPHAN', 1, ?, family, case_number, task_key,"
                        + " 'task/orphan', title, created_at, due_at, warn_at from inbox_item where task_id = ? limit 1",
                person.postId(),
                taskId);
    }

    private void peopleWhoLeave() {
        long somebody = Objects.requireNonNull(
                district.find("COMMUNITY_STAFF", Relation.OWN_UNIT).staffId());
        LocalDate day = LocalDate.of(2026, 1, 1);
        tries.put(
                "Deputies.appointFor(long Collection Set LocalDate LocalDate String)",
                person ->
                        allowed(() -> bean(Deputies.class).appointFor(somebody, List.of(), Set.of(), day, day, "住院")));
        tries.put(
                "Handover.openWork(long)",
                person -> allowed(() -> bean(Handover.class).openWork(somebody)));
        tries.put(
                "Handover.handOver(long Map String)",
                person -> allowed(() -> bean(Handover.class).handOver(somebody, Map.of(), "调动")));
        tries.put(
                "Handover.made()", person -> allowed(() -> bean(Handover.class).made()));
        tries.put("Handover.list(long)", person -> {
            jdbc.update(
                    "insert into task_handover (staff_id, staff_name, handed_by, handed_by_name, handed_at, reason)"
                            + " values (?, 'x', 0, 'x', utc_timestamp(), 'x')",
                    person.staffId() == null ? 0 : person.staffId());
            long id = jdbc.queryForObject("select last_insert_id()", Long.class);
            return allowed(() -> bean(Handover.class).list(id));
        });
    }

    private long proposer(Person person) {
        return person.isOwn() ? Objects.requireNonNull(person.staffId()) : district.bystander;
    }

    private long draft(long author) {
        jdbc.update(
                "insert into model_draft (version, process_key, reason, xml, based_on, state, author_id, created_at)"
                        + " values (0, 'incidentHandling', 'x', '<x/>', 1, 'DRAFT', ?, utc_timestamp())",
                author);
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private long repair(long proposer) {
        String number = district.handling.caseNumber().value();
        jdbc.update(
                "insert into operation_repair (version, case_number, family, open_case, token_id, from_element, from_name,"
                        + " to_element, to_name, reason, state, proposed_by, proposed_at, decision) values (0, ?, 'incident', ?,"
                        + " 'x', 'x', 'x', 'x', 'x', 'x', 'PROPOSED', ?, utc_timestamp(), '')",
                number,
                number,
                proposer);
        return jdbc.queryForObject("select last_insert_id()", Long.class);
    }

    private StaffAdministration administration() {
        return bean(StaffAdministration.class);
    }

    private void account(String method, java.util.function.LongConsumer deed) {
        tries.put(
                "StaffAdministration." + method,
                person -> allowed(() ->
                        deed.accept(person.isOwn() ? Objects.requireNonNull(person.staffId()) : district.bystander)));
    }

    private void reading(String door, java.util.function.Function<CaseNumber, Object> read) {
        tries.put(door, person -> {
            hold(person, district.handling);
            read.apply(district.handling.caseNumber());
            return Seen.ALLOWED;
        });
    }

    private void doing(String door, java.util.function.Consumer<CaseNumber> deed) {
        tries.put(door, person -> {
            hold(person, district.handling);
            return allowed(() -> deed.accept(district.handling.caseNumber()));
        });
    }

    private void following(String door, java.util.function.Function<String, Object> read) {
        tries.put(door, person -> {
            read.apply(token(person, district.handling));
            return Seen.ALLOWED;
        });
    }

    private static String token(Person person, Receipt receipt) {
        return person.hasToken() ? receipt.trackingToken() : "guessed-link";
    }

    /** @param held whether the person has taken the task before */
    private void task(
            String door,
            Receipt receipt,
            String taskKey,
            boolean held,
            java.util.function.BiConsumer<Person, CaseNumber> deed) {
        tries.put(door, person -> {
            CaseNumber number = receipt.caseNumber();
            hold(person, receipt);
            if (person.postId() != null) {
                jdbc.update("update inbox_item set post_id = ? where case_number = ?", person.postId(), number.value());
            }
            if (person.isOwn() && taskKey.equals(Tasks.VERIFY_INCIDENT)) {
                // Everything is right but one thing: the own work.
                jdbc.update("update incident set unit_id = ? where case_number = ?", person.unitId(), number.value());
            }
            if (held && person.staffId() != null) {
                jdbc.update(
                        "update inbox_item set assignee_id = ? where case_number = ?",
                        person.staffId(),
                        number.value());
                jdbc.update(
                        "update incident set status = 'IN_PROGRESS' where case_number = ? and status = 'ASSIGNED'",
                        number.value());
            }
            return allowed(() -> deed.accept(person, number));
        });
    }

    /** Lets one of the person's posts hold the case, or lets the person in, if that is how they are related. */
    private void hold(Person person, Receipt receipt) {
        if (person.relation() == Relation.INVOLVED) {
            jdbc.update(
                    "insert into inbox_party (case_number, staff_id) values (?, ?)",
                    receipt.caseNumber().value(),
                    person.staffId());
        }
        if (person.isOwn()) {
            jdbc.update(
                    "update incident set handling_post_id = ?, handler_id = ? where case_number = ?",
                    person.postId(),
                    person.staffId(),
                    receipt.caseNumber().value());
        }
    }

    private String taskId(CaseNumber number) {
        return jdbc.queryForList("select task_id from inbox_item where case_number = ?", String.class, number.value())
                .getFirst();
    }

    /** What else goes wrong behind the door is no matter of rights. */
    private static Seen allowed(Runnable deed) {
        try {
            deed.run();
        } catch (AccessDeniedException | CaseNotFoundException | NotYourTaskException | ClaimRefusedException refusal) {
            throw refusal;
        } catch (ModelRefusedException e) {
            return e.reason() == ModelRefusedException.Reason.OWN_DRAFT ? Seen.NOTHING : Seen.ALLOWED;
        } catch (RepairRefusedException e) {
            return e.reason() == RepairRefusedException.Reason.OWN_PROPOSAL ? Seen.NOTHING : Seen.ALLOWED;
        } catch (RuntimeException e) {
            return Seen.ALLOWED;
        }
        return Seen.ALLOWED;
    }

    private Seen invoke(String bean, Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ServiceAttempts::anything)
                .toArray();
        return allowed(() -> {
            try {
                method.invoke(program.getBean(bean), arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static @Nullable Object anything(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == double.class) {
            return 0.0;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "x" + UUID.randomUUID();
        }
        if (type == byte[].class) {
            return new byte[0];
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream(new byte[0]);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type == Set.class ? Set.of() : List.of();
        }
        return type == Map.class ? Map.of() : null;
    }

    private <T> T bean(Class<T> type) {
        return program.getBean(type);
    }
}
