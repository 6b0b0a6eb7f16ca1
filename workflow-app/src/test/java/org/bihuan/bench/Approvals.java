package org.bihuan.bench;

import java.time.Clock;
import java.util.function.Function;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.engine.CaseEngine;
import org.bihuan.engine.Variable;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;

/** A family as the product has them, as small as it can be: register of cases, inbox, engine, audit, rights. */
@Transactional
@PreAuthorize("isAuthenticated()")
public class Approvals {

    static final String FAMILY = "approval";

    private static final Variable<String> POST = new Variable<>("post");
    private static final Variable<String> SIGNER = new Variable<>("signer");
    private static final Variable<Boolean> APPROVED = new Variable<>("approved");

    private final CaseRegister register;
    private final CaseEngine engine;
    private final InboxService inbox;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            CaseRegister register,
            CaseEngine engine,
            InboxService inbox,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.engine = engine;
        this.inbox = inbox;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for an approval by a post of the user's, signed by the user. */
    public CaseNumber ask(String title, long postId) {
        Actor me = user.actor();
        Post post = user.posts().stream()
                .filter(held -> held.id() == postId)
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("Not the user's post"));
        CaseNumber number =
                register.open(FAMILY, "BENCH", title, post.unitName(), post.unitId(), "ASKED", me.staffId());
        engine.start(FAMILY, number, POST.is(String.valueOf(postId)), SIGNER.is(String.valueOf(me.staffId())));
        tell(number, ref -> new ApprovalEvent.Asked(ref, me, clock.instant()));
        return number;
    }

    /** Takes the first task. */
    public void accept(CaseNumber number) {
        inbox.claim(number, "reviewApproval");
    }

    /** Completes the first task. */
    public void review(CaseNumber number, String note) {
        Actor me = user.actor();
        InboxTask task = inbox.requireHolder(number, "reviewApproval");
        CaseFile file = register.find(number).orElseThrow();
        register.update(number, file.title(), file.place(), file.unitId(), "REVIEWED");
        tell(number, ref -> new ApprovalEvent.Reviewed(ref, me, clock.instant(), note));
        engine.complete(task.taskId(), APPROVED.is(true));
    }

    /** Completes the second task; the case ends. */
    public void sign(CaseNumber number, String note) {
        Actor me = user.actor();
        InboxTask task = inbox.requireHolder(number, "signApproval");
        register.close(number, "GRANTED");
        tell(number, ref -> new ApprovalEvent.Signed(ref, me, clock.instant(), note));
        engine.complete(task.taskId());
    }

    private void tell(CaseNumber number, Function<CaseRef, ApprovalEvent> event) {
        events.publishEvent(event.apply(new CaseRef(FAMILY, number)));
    }
}
