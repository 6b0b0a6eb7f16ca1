package org.bihuan.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.inbox.TaskSurvey;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.bihuan.task.HandoverList.Line;
import org.bihuan.task.HandoverList.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 移交: all open work of somebody who leaves or changes post goes to others at once, and a list of it is signed. */
@Service
@Transactional
public class Handover {

    private static final int LISTS_SHOWN = 20;

    private final HandoverMapper mapper;
    private final OpenTasks open;
    private final TaskSurvey survey;
    private final Receivers receivers;
    private final TaskDesk desk;
    private final Rights rights;
    private final StaffService staff;
    private final CurrentUser user;

    Handover(
            HandoverMapper mapper,
            OpenTasks open,
            TaskSurvey survey,
            Receivers receivers,
            TaskDesk desk,
            Rights rights,
            StaffService staff,
            CurrentUser user) {
        this.mapper = mapper;
        this.open = open;
        this.survey = survey;
        this.receivers = receivers;
        this.desk = desk;
        this.rights = rights;
        this.staff = staff;
        this.user = user;
    }

    /**
     * A task to hand over.
     *
     * @param lent whether somebody gave it to the person for a while and gets it back
     * @param given whether the person gave it to somebody for a while, so that only what comes back is handed over
     */
    public record OpenWork(InboxTask task, String title, boolean lent, boolean given, List<Receiver> receivers) {}

    /** Everything that the person holds or gets back, the most urgent first. */
    @PreAuthorize("@rights.may('handover.give', #staffId)")
    @Transactional(readOnly = true)
    public List<OpenWork> openWork(long staffId) {
        Map<List<Object>, List<Receiver>> known = new HashMap<>();
        return Stream.concat(survey.heldBy(staffId).stream(), survey.ownedBy(staffId).stream())
                .map(task -> work(task, staffId, known))
                .toList();
    }

    private OpenWork work(InboxTask task, long staffId, Map<List<Object>, List<Receiver>> known) {
        return new OpenWork(
                task,
                open.summary(task).title(),
                task.ownerId() != null && task.ownerId() != staffId,
                task.ownerId() != null && task.ownerId() == staffId,
                receiversOf(task, staffId, known));
    }

    /** Asked once for all tasks of the same posts, where the family adds nobody for a single case. */
    private List<Receiver> receiversOf(InboxTask task, long staffId, Map<List<Object>, List<Receiver>> known) {
        return receivers.addsNobody(task)
                ? known.computeIfAbsent(List.of(task.family(), task.posts()), key -> receivers.of(task, staffId))
                : receivers.of(task, staffId);
    }

    /**
     * Hands everything over in one transaction: what somebody may have goes to him, what nobody was named for or the named
     * one may not have goes back to its posts, and what the person only had for a while to the one who gave it.
     *
     * @param receiverIds who gets which task, by its id
     * @return number of the list to sign
     * @throws TaskRefusedException when there is no reason, or nothing to hand over
     */
    @PreAuthorize("@rights.may('handover.give', #staffId)")
    public long handOver(long staffId, Map<String, Long> receiverIds, String reason) {
        String words = TaskDesk.reason(reason);
        Staff person = staff.find(staffId).orElseThrow(() -> new CaseNotFoundException("account"));
        List<InboxTask> tasks = open
                .lockAll(Stream.concat(survey.heldBy(staffId).stream(), survey.ownedBy(staffId).stream())
                        .toList())
                .stream()
                .filter(task -> isOf(staffId, task.assigneeId()) || isOf(staffId, task.ownerId()))
                .toList();
        if (tasks.isEmpty()) {
            throw new TaskRefusedException("task.refused.handover.nothing");
        }
        Map<List<Object>, List<Receiver>> known = new HashMap<>();
        List<Move> moves = new ArrayList<>();
        for (InboxTask task : tasks) {
            moves.add(move(task, staffId, receiverIds.get(task.taskId()), known));
        }
        hand(moves);
        Set<String> told = new HashSet<>();
        for (Move move : moves) {
            if (told.add(move.task().caseNumber())) {
                desk.tell(move.task(), "handedOver", person.name() + " → " + to(moves, move) + ":" + words);
            }
        }
        return keep(person, words, moves);
    }

    /** What becomes of one task; {@code holder} has it afterwards, nobody when it goes to its posts. */
    private record Move(
            InboxTask task,
            Outcome outcome,
            @Nullable Long holder,
            @Nullable Receiver receiver,
            String name) {

        /** Whether somebody else looks into it for now, so that only the owner changes. */
        boolean comesBack() {
            return receiver != null && task.ownerId() != null;
        }
    }

    private Move move(
            InboxTask task, long staffId, @Nullable Long receiverId, Map<List<Object>, List<Receiver>> known) {
        if (task.ownerId() != null && task.ownerId() != staffId) {
            Staff owner = staff.find(task.ownerId()).orElseThrow();
            return new Move(task, Outcome.OWNER, owner.id(), null, owner.name());
        }
        return receiversOf(task, staffId, known).stream()
                .filter(one -> receiverId != null && one.person().id() == receiverId)
                .findFirst()
                .map(one -> new Move(
                        task,
                        Outcome.GIVEN,
                        one.person().id(),
                        one,
                        one.person().name()))
                .orElseGet(() -> new Move(task, Outcome.POSTS, null, null, ""));
    }

    /** A few statements for each receiver, however many tasks; then each family brings its own rows in step. */
    private void hand(List<Move> moves) {
        Map<Long, List<InboxTask>> byHolder = new HashMap<>();
        moves.stream()
                .filter(move -> !move.comesBack())
                .forEach(move -> byHolder.computeIfAbsent(
                                move.holder() == null ? 0 : move.holder(), key -> new ArrayList<>())
                        .add(move.task()));
        byHolder.forEach((holder, tasks) -> open.handAll(tasks, holder == 0 ? null : holder));
        for (Move move : moves) {
            if (move.comesBack()) {
                open.own(move.task(), move.receiver().person().id());
                receivers.offer(move.task(), move.receiver());
            } else if (move.receiver() != null) {
                receivers.follow(move.task(), move.receiver());
            } else if (move.outcome() == Outcome.POSTS) {
                open.released(move.task());
            }
        }
    }

    private static boolean isOf(long staffId, @Nullable Long other) {
        return other != null && other == staffId;
    }

    private static String to(List<Move> moves, Move about) {
        return moves.stream()
                .filter(move -> move.task().caseNumber().equals(about.task().caseNumber()))
                .map(move -> move.name().isEmpty() ? "岗位" : move.name())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private long keep(Staff person, String reason, List<Move> moves) {
        Staff me = user.staff().orElse(person);
        mapper.insert(person.id(), person.name(), me.id(), me.name(), desk.now(), reason);
        long id = mapper.lastId();
        List<Line> lines = new ArrayList<>();
        for (Move move : moves) {
            lines.add(new Line(
                    lines.size() + 1,
                    move.task().family(),
                    move.task().caseNumber(),
                    move.task().taskKey(),
                    open.summary(move.task()).title(),
                    move.task().dueAt(),
                    move.outcome(),
                    move.holder(),
                    move.name().isEmpty() ? null : move.name()));
        }
        mapper.insertLines(id, lines);
        return id;
    }

    /** A list that the current user made. */
    public record Made(long id, String staffName, Instant handedAt) {}

    /** Lists that the current user made last, latest first. */
    @PreAuthorize("@rights.may('handover.give')")
    @Transactional(readOnly = true)
    public List<Made> made() {
        return mapper.ofHander(user.staffId().orElse(0L), LISTS_SHOWN).stream()
                .map(head -> new Made(head.id(), head.staffName(), head.handedAt()))
                .toList();
    }

    /**
     * A list, for whoever handed over, handed out or received, and for whoever may hand over that person's work.
     *
     * @throws CaseNotFoundException when there is none, or none for the current user
     */
    @PreAuthorize("@rights.may('handover.read')")
    @Transactional(readOnly = true)
    public HandoverList list(long id) {
        HandoverMapper.Head head = mapper.find(id);
        if (head == null) {
            throw new CaseNotFoundException("handover");
        }
        List<Line> lines = mapper.lines(id);
        long me = user.require().id();
        boolean concerned = head.staffId() == me
                || head.handedBy() == me
                || lines.stream().anyMatch(line -> isOf(me, line.receiverId()))
                || rights.may(Verb.HANDOVER_GIVE, head.staffId());
        if (!concerned) {
            throw new CaseNotFoundException("handover");
        }
        return new HandoverList(
                head.id(),
                head.staffId(),
                head.staffName(),
                head.handedBy(),
                head.handedByName(),
                head.handedAt(),
                head.reason(),
                lines);
    }
}
