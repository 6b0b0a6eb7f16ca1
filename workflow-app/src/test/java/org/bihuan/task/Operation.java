package org.bihuan.task;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.InboxTask;
import org.bihuan.task.Situation.Case;

/** Everything that people can do with an open task; the rows of the matrix. */
enum Operation {
    CLAIM("认领", c -> c.memos().bean(InboxService.class).claim(c.taskId())),
    RELEASE("放回", c -> c.memos().bean(InboxService.class).release(c.taskId())),
    COMPLETE(
            "办理",
            c -> c.memos().transaction().executeWithoutResult(status -> {
                InboxTask task = c.memos().bean(InboxService.class).requireHolder(c.taskId());
                c.memos().family().complete(task, Map.of("opinion", "同意"));
            })),
    SIGN("签署", c -> c.memos().sign(c.number(), List.of(c.actor()))),
    DRAFT("暂存", c -> c.memos().bean(Drafts.class).save(c.taskId(), Map.of("opinion", "拟同意"))),
    RETURN_PREVIOUS("退回上一步", c -> c.memos().bean(Returning.class).toPrevious(c.taskId(), "材料不齐")),
    RETURN_CHOSEN("退回指定环节", c -> c.memos().bean(Returning.class).to(c.taskId(), "draftMemo", "请重新起草")),
    RETURN_STARTER("退回发起人", c -> c.memos().bean(Returning.class).toStarter(c.taskId(), "请补充")),
    TAKE_BACK("撤回", c -> {
        InboxFixtures.signIn(c.before());
        c.memos().bean(TakingBack.class).takeBack(c.number(), c.stepBefore(), "写错了");
    }),
    REVOKE("撤销", c -> {
        InboxFixtures.signIn(c.cast().starter());
        c.memos().bean(Revoking.class).revoke(c.number(), "不办了");
    }),
    TRANSFER(
            "转办",
            c -> c.memos().bean(Transfer.class).transfer(c.taskId(), c.memos().receiver(c), "出差,请代办")),
    DELEGATE(
            "委派",
            c -> c.memos().bean(Delegating.class).delegate(c.taskId(), c.memos().receiver(c), "请先核实")),
    SIGNER_BEFORE("前加签", c -> c.memos().add(c, SignerPlace.BEFORE)),
    SIGNER_BESIDE("并加签", c -> c.memos().add(c, SignerPlace.BESIDE)),
    SIGNER_AFTER("后加签", c -> c.memos().add(c, SignerPlace.AFTER)),
    SIGNER_REMOVED("减签", c -> {
        c.memos().add(c, SignerPlace.AFTER);
        c.memos().bean(Signers.class).remove(c.memos().added(c), "不必再签");
    }),
    COPY(
            "抄送",
            c -> c.memos()
                    .bean(Copies.class)
                    .send(c.number(), List.of(c.memos().leader(c.number())), List.of(), "供参考")),
    URGE("催办", c -> {
        InboxFixtures.signIn(c.cast().starter());
        c.memos().bean(Urging.class).urge(c.taskId(), "请尽快");
    }),
    SUSPEND("挂起", c -> c.memos().suspend(c.number(), c.actor())),
    RESUME("恢复", c -> c.memos().bean(Suspension.class).resume(c.number(), "继续")),
    EXTEND(
            "申请延期",
            c -> c.memos()
                    .bean(Extension.class)
                    .ask(c.taskId(), c.memos().bean(Clock.class).instant().plus(Duration.ofDays(5)), "需多方协调")),
    COMMENT("评论", c -> c.memos().bean(Comments.class).write(c.number(), "已电话联系", List.of())),
    BULK_CLAIM("批量认领", c -> c.memos().bulk(c, "inbox.bulk.claim")),
    BULK_COMPLETE("批量办理", c -> c.memos().bulk(c, "task.bulk.complete")),
    BULK_TRANSFER("批量转办", c -> c.memos().bulk(c, "task.bulk.transfer")),
    BULK_URGE("批量催办", c -> {
        // Whoever is above is told of what is late, and urges there.
        c.memos().bean(EscalationSweep.class).sweep();
        InboxFixtures.signIn(c.memos().leader(c.number()));
        c.memos().bulk(c, "task.bulk.urge");
    }),
    PRINT("打印", c -> c.memos().bean(CasePrints.class).print(c.number(), Locale.CHINESE));

    private final String title;
    private final Consumer<Case> deed;

    Operation(String title, Consumer<Case> deed) {
        this.title = title;
        this.deed = deed;
    }

    String title() {
        return title;
    }

    /** Tries it as the actor of the case; a refusal is thrown. */
    void attempt(Case subject) {
        InboxFixtures.signIn(subject.actor());
        deed.accept(subject);
    }
}
