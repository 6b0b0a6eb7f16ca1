package org.bihuan.task;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.engine.TaskFacts;
import org.bihuan.inbox.InboxTask;
import org.bihuan.inbox.JointTasks;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks all of today's holders of a task's posts to sign it together, where the model says so. */
@Component
class JointSignings implements JointTasks {

    private final SignerLedger ledger;
    private final TaskFamilies families;
    private final StaffService staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JointSignings(
            SignerLedger ledger,
            TaskFamilies families,
            StaffService staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.families = families;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean begin(InboxTask task, TaskFacts facts) {
        String words = facts.properties().get(SigningRule.PROPERTY);
        if (words == null) {
            return false;
        }
        SigningRule rule = SigningRule.parse(words)
                .orElseThrow(() -> new IllegalStateException("The task " + task.taskKey() + " is signed by " + words));
        TaskRules rules = families.of(task.family());
        Map<Long, Staff> people = new LinkedHashMap<>();
        List<Long> vacant = new ArrayList<>();
        for (long post : facts.candidatePosts()) {
            List<Staff> holders = staff.holders(post).stream()
                    .filter(holder -> rules.hindersSigning(task, holder.id()).isEmpty())
                    .sorted(Comparator.comparing(Staff::name).thenComparing(Staff::id))
                    .toList();
            holders.forEach(holder -> people.putIfAbsent(holder.id(), holder));
            if (holders.isEmpty()) {
                vacant.add(post);
            }
        }
        if (people.isEmpty()) {
            return false;
        }
        ledger.open(task, words);
        Long before = null;
        for (long person : people.keySet()) {
            long signer = ledger.add(task, SignerPlace.JOINT, person, null, "");
            if (rule.inTurn() && before != null) {
                ledger.waitFor(signer, before);
            }
            before = signer;
        }
        ledger.ask(task);
        if (!vacant.isEmpty()) {
            tell(task, vacant);
        }
        return true;
    }

    /** Nobody shall wonder later why an office did not sign. */
    private void tell(InboxTask task, List<Long> vacant) {
        List<String> units = vacant.stream()
                .flatMap(post -> staff.post(post).stream())
                .map(Post::unitName)
                .toList();
        events.publishEvent(TaskDeed.of(
                task.family(),
                new CaseNumber(task.caseNumber()),
                Actor.SYSTEM,
                clock.instant(),
                "signedWithout",
                String.join("、", units)));
    }
}
