package org.bihuan.task;

import java.util.List;
import java.util.Map;
import org.bihuan.audit.AuditEntry;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.MemoFixtures.Cast;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ConfigurableApplicationContext;

/** A memo that has come to one of its steps, with everybody who may have to sign it. */
public final class SigningFixtures {

    final MemoFixtures memos;
    final Cast cast;
    public final CaseNumber number;
    private final String taskKey;

    public SigningFixtures(ConfigurableApplicationContext context, String taskKey) {
        this(context, taskKey, null);
    }

    /** @param turnPosts posts that sign in turn, instead of the cast's */
    SigningFixtures(ConfigurableApplicationContext context, String taskKey, List<Long> turnPosts) {
        memos = new MemoFixtures(context);
        cast = memos.cast();
        number = memos.start(cast);
        this.taskKey = taskKey;
        if (turnPosts != null) {
            String posts =
                    String.join(",", turnPosts.stream().map(String::valueOf).toList());
            in(() -> runtime().setVariable(instance(), "turnPosts", posts));
        }
        memos.goTo(number, cast, taskKey.equals("signInTurn") ? "signMemo" : taskKey);
        if (taskKey.equals("signInTurn")) {
            var first = new SigningFixtures(memos, cast, number, "signMemo");
            cast.signers().forEach(first::agree);
        }
    }

    private SigningFixtures(MemoFixtures memos, Cast cast, CaseNumber number, String taskKey) {
        this.memos = memos;
        this.cast = cast;
        this.number = number;
        this.taskKey = taskKey;
    }

    public InboxTask task() {
        return memos.task(number, taskKey);
    }

    public String taskId() {
        return task().taskId();
    }

    Signing signing() {
        return memos.bean(Signing.class);
    }

    Signers signers() {
        return memos.bean(Signers.class);
    }

    public long signer(int index) {
        return cast.signers().get(index);
    }

    /** Whoever reviewed the memo. */
    public long reviewer() {
        return cast.reviewers().getFirst();
    }

    /** Does the steps that lie before its step once more. */
    public void goOn() {
        memos.goTo(number, cast, taskKey);
    }

    /** Keys of the open tasks as the inbox has them, in alphabetical order. */
    public List<String> open() {
        return memos.open(number);
    }

    /** Somebody with a post who has nothing to do with the memo. */
    public long person(String name) {
        return memos.people().person(name, memos.people().post());
    }

    /** The latest row of this person in the ledger of the case. */
    public long row(long staffId) {
        return memos.jdbc()
                .queryForObject(
                        "select max(id) from task_signer where case_number = ? and staff_id = ?",
                        Long.class,
                        number.value(),
                        staffId);
    }

    public void agree(long staffId) {
        sign(staffId, Vote.AGREE, "");
    }

    void sign(long staffId, Vote vote, String opinion) {
        InboxFixtures.signIn(staffId);
        signing().sign(row(staffId), vote, opinion);
    }

    public void add(long adder, SignerPlace place, Long... staffIds) {
        InboxFixtures.signIn(adder);
        signers().add(taskId(), place, List.of(staffIds), "请把关");
    }

    /** Takes the task as the first reviewer, who then asks others. */
    public long held() {
        long holder = cast.reviewers().getFirst();
        memos.claim(number, taskKey, holder);
        return holder;
    }

    /** What happens to a form of the family's: only the holder of an open task gets through. */
    void complete(long staffId) {
        InboxFixtures.signIn(staffId);
        in(() -> memos.family().complete(memos.bean(InboxService.class).requireHolder(taskId()), Map.of()));
    }

    public void finish(long staffId) {
        InboxFixtures.signIn(staffId);
        memos.bean(Finishing.class).finish(taskId(), Map.of("opinion", "拟同意"));
    }

    /** As if the model had said so. */
    SigningFixtures by(String rule) {
        in(() -> memos.jdbc().update("update task_signing set rule = ? where task_id = ?", rule, taskId()));
        return this;
    }

    /** Names of those in whose inbox the signing of this case is, in the order of the ledger. */
    public List<String> asked() {
        return memos.jdbc()
                .queryForList(
                        "select s.name from inbox_item i join org_staff s on s.id = i.assignee_id"
                                + " where i.case_number = ? and i.kind = 'SIGN' order by i.ref_id",
                        String.class,
                        number.value());
    }

    /** The ledger of the step's latest task: name and state. */
    public List<String> ledger(String taskId) {
        return signing().ledger(taskId).stream()
                .map(signer -> signer.name() + " " + signer.state())
                .toList();
    }

    /** What the record says about signing: deed and note. */
    List<String> record() {
        return memos.bean(AuditLog.class).entries(number).stream()
                .filter(entry -> entry.eventType().startsWith("task."))
                .map(SigningFixtures::words)
                .toList();
    }

    private static String words(AuditEntry entry) {
        return entry.actor().name() + " " + entry.eventType().substring("task.".length())
                + (entry.note().isEmpty() ? "" : " " + entry.note());
    }

    /** Takes the memo from this step to another, as a return does. */
    void moveTo(String other) {
        String instance = instance();
        in(() -> runtime()
                .createProcessInstanceModification(instance)
                .cancelAllForActivity(taskKey)
                .startBeforeActivity(other)
                .execute());
    }

    void in(Runnable deed) {
        memos.transaction().executeWithoutResult(status -> deed.run());
    }

    private RuntimeService runtime() {
        return memos.bean(RuntimeService.class);
    }

    private String instance() {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey("memo")
                .singleResult()
                .getId();
    }
}
