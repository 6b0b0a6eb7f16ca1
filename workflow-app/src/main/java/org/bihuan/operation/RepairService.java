package org.bihuan.operation;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseSteps;
import org.bihuan.engine.TokenMoves;
import org.bihuan.engine.TokenMoves.Step;
import org.bihuan.engine.TokenMoves.Token;
import org.bihuan.inbox.RestingTasks;
import org.bihuan.operation.RepairRefusedException.Reason;
import org.bihuan.org.ChangeLog;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moving a case by hand: one administrator proposes it with a reason, another one approves it, and then it is done in
 * one transaction with the audit entry. Only to steps with which the case's own status agrees.
 */
@Service
@Transactional
@PreAuthorize("@rights.may('operation.look')")
public class RepairService {

    private static final int LONGEST_TEXT = 500;

    private final RepairMapper mapper;
    private final TokenMoves engine;
    private final RestingTasks resting;
    private final ObjectProvider<CaseSteps> families;
    private final CaseRegister register;
    private final ChangeLog changes;
    private final Rights rights;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepairService(
            RepairMapper mapper,
            TokenMoves engine,
            RestingTasks resting,
            ObjectProvider<CaseSteps> families,
            CaseRegister register,
            ChangeLog changes,
            Rights rights,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.engine = engine;
        this.resting = resting;
        this.families = families;
        this.register = register;
        this.changes = changes;
        this.rights = rights;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Where the case stands and to where it may be moved; no places when it has no running process. */
    @Transactional(readOnly = true)
    public Choice choice(CaseNumber number) {
        List<Token> places = register.find(number).isPresent() ? engine.standing(number) : List.of();
        return places.isEmpty()
                ? new Choice(List.of(), List.of())
                : new Choice(places, agreeing(number, family(number)));
    }

    /**
     * Proposes a move; nothing moves yet.
     *
     * @param shown the place where the page showed the case
     * @param toElement a step of {@link #choice}
     */
    @PreAuthorize("@rights.may('repair.propose')")
    public void propose(CaseNumber number, Token shown, String toElement, String reason) {
        if (reason.isBlank()) {
            throw new RepairRefusedException(Reason.NO_REASON);
        }
        String family = family(number);
        if (!engine.standing(number).contains(shown)) {
            throw new RepairRefusedException(Reason.MOVED_ON);
        }
        Step to = agreeing(number, family).stream()
                .filter(step -> step.id().equals(toElement))
                .findFirst()
                .orElseThrow(() -> new RepairRefusedException(Reason.CONTRADICTS));
        try {
            mapper.insert(
                    number.value(),
                    family,
                    shown,
                    to,
                    PersonalData.cut(reason.strip(), LONGEST_TEXT),
                    user.require().id(),
                    clock.instant());
        } catch (DuplicateKeyException e) {
            throw new RepairRefusedException(Reason.ALREADY_PROPOSED);
        }
        changes.note("repair.propose", number.value(), words(shown.element(), toElement, reason));
    }

    /**
     * Carries the proposal out, unless the case has moved on since.
     *
     * @return APPROVED, or STALE when nothing was moved because the case no longer stands there
     * @throws RepairRefusedException for one's own proposal, a decided one, or one that the case's status now contradicts
     */
    @PreAuthorize("@rights.may('repair.decide')")
    public RepairState approve(long id) {
        Repair repair = open(id);
        requireOther(repair);
        CaseNumber number = new CaseNumber(repair.caseNumber());
        if (resting.isResting(number)) {
            throw new RepairRefusedException(Reason.RESTS);
        }
        boolean stands = engine.standing(number).stream()
                .anyMatch(token ->
                        token.id().equals(repair.tokenId()) && token.element().equals(repair.fromElement()));
        if (!stands) {
            decide(repair, RepairState.STALE, "");
            return RepairState.STALE;
        }
        CaseSteps family = steps(repair.family()).orElseThrow(() -> new RepairRefusedException(Reason.CONTRADICTS));
        if (!family.agreeing(number).contains(repair.toElement())) {
            throw new RepairRefusedException(Reason.CONTRADICTS);
        }
        family.moved(number, repair.toElement());
        engine.move(number, repair.tokenId(), repair.fromElement(), repair.toElement());
        decide(repair, RepairState.APPROVED, "");
        Repair named = mapper.find(id);
        events.publishEvent(new RepairEvent(
                new CaseRef(repair.family(), number),
                user.actor(),
                clock.instant(),
                "%s → %s · %s (%s)"
                        .formatted(
                                repair.fromName(),
                                repair.toName(),
                                repair.reason(),
                                named == null ? "" : named.proposerName())));
        return RepairState.APPROVED;
    }

    /** Refuses the proposal of somebody else, and says why. */
    @PreAuthorize("@rights.may('repair.decide')")
    public void reject(long id, String why) {
        Repair repair = open(id);
        requireOther(repair);
        if (why.isBlank()) {
            throw new RepairRefusedException(Reason.NO_REASON);
        }
        decide(repair, RepairState.REJECTED, PersonalData.cut(why.strip(), LONGEST_TEXT));
    }

    /** Takes one's own proposal back. */
    @PreAuthorize("@rights.may('repair.propose')")
    public void withdraw(long id) {
        Repair repair = open(id);
        if (repair.proposedBy() != user.require().id()) {
            throw new RepairRefusedException(Reason.NOT_YOURS);
        }
        decide(repair, RepairState.WITHDRAWN, "");
    }

    /** Proposals and what became of them, latest first. */
    @Transactional(readOnly = true)
    public List<Repair> page(Optional<Repair> after, int limit) {
        return mapper.page(after.map(Repair::id).orElse(null), limit);
    }

    private void requireOther(Repair repair) {
        Matter proposal = Matter.named(repair.caseNumber()).doneBy(repair.proposedBy());
        if (rights.isDoer(Verb.REPAIR_DECIDE, proposal)) {
            throw new RepairRefusedException(Reason.OWN_PROPOSAL);
        }
    }

    private Repair open(long id) {
        Repair repair = mapper.lock(id);
        if (repair == null || repair.state() != RepairState.PROPOSED) {
            throw new RepairRefusedException(Reason.DECIDED);
        }
        return repair;
    }

    private void decide(Repair repair, RepairState state, String decision) {
        if (mapper.decide(repair, state, user.require().id(), clock.instant(), decision) == 0) {
            throw new RepairRefusedException(Reason.DECIDED);
        }
        changes.note(
                "repair." + state.name().toLowerCase(Locale.ROOT),
                repair.caseNumber(),
                words(repair.fromElement(), repair.toElement(), decision.isEmpty() ? repair.reason() : decision));
    }

    private String family(CaseNumber number) {
        return register.find(number)
                .map(CaseFile::family)
                .orElseThrow(() -> new RepairRefusedException(Reason.NOTHING_TO_MOVE));
    }

    private List<Step> agreeing(CaseNumber number, String family) {
        return steps(family)
                .map(steps -> steps.agreeing(number))
                .map(agreeing -> engine.steps(number).stream()
                        .filter(step -> agreeing.contains(step.id()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<CaseSteps> steps(String family) {
        return families.stream().filter(steps -> steps.family().equals(family)).findFirst();
    }

    private static String words(String from, String to, String why) {
        return from + " → " + to + ": " + why;
    }

    /** Where the case stands, and steps to which it may be moved. */
    public record Choice(List<Token> places, List<Step> steps) {}
}
