package org.bihuan.task;

import java.util.List;
import java.util.function.BiFunction;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.task.MemoFixtures.Cast;

/** Where a case may stand when somebody wants to do something with a task of it; the columns of the matrix. */
enum Situation {
    /** One person has the task. */
    SINGLE("单人任务", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "reviewMemo");
        memos.claim(number, "reviewMemo", cast.reviewers().getFirst());
        return Case.of(memos, number, "reviewMemo", cast.reviewers().getFirst(), cast.starter());
    }),
    /** Several may take it, nobody has yet. */
    GROUP("候选组", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "reviewMemo");
        return Case.of(memos, number, "reviewMemo", cast.reviewers().getFirst(), cast.starter());
    }),
    /** All sign at once. */
    JOINT("会签", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "signMemo");
        return Case.of(memos, number, "signMemo", cast.signers().getFirst(), cast.annex());
    }),
    /** One signs after the other. */
    IN_TURN("依次会签", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "signMemo");
        memos.sign(number, cast.signers());
        return Case.of(
                memos,
                number,
                "signInTurn",
                cast.signers().getFirst(),
                cast.signers().getLast());
    }),
    /** Another branch is open beside it. */
    BRANCH("并行分支", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "checkBudget");
        memos.claim(number, "checkBudget", cast.budget());
        return Case.of(
                memos, number, "checkBudget", cast.budget(), cast.reviewers().getFirst());
    }),
    /** Second step of a subprocess that runs beside another branch. */
    SUBPROCESS("子流程", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "confirmLaw");
        memos.claim(number, "confirmLaw", cast.legal());
        return Case.of(memos, number, "confirmLaw", cast.legal(), cast.legal());
    }),
    /** Second step of a process of its own. */
    CHILD("调用的子流程", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "checkAnnex");
        memos.claim(number, "checkAnnex", cast.annex());
        return Case.of(memos, number, "checkAnnex", cast.annex(), cast.annex());
    }),
    /** The case rests. */
    RESTING("已挂起", (memos, cast) -> {
        Case held = SINGLE.arrange(memos, cast);
        memos.suspend(held.number(), cast.reviewers().getFirst());
        return held;
    }),
    /** The time is over, and the timer at the task has not fired yet. */
    OVERDUE("超时待触发", (memos, cast) -> {
        Case held = SINGLE.arrange(memos, cast);
        memos.overdue(held.number());
        return held;
    }),
    /** The case has ended. */
    ENDED("已结束", (memos, cast) -> {
        CaseNumber number = at(memos, cast, "signMemo");
        memos.sign(number, cast.signers());
        memos.sign(number, cast.signers());
        Case last = Case.of(
                memos,
                number,
                "archiveMemo",
                cast.reviewers().getFirst(),
                cast.signers().getLast());
        memos.complete(number, "archiveMemo", cast.reviewers().getFirst());
        return last;
    });

    /**
     * A case in its situation.
     *
     * @param actor who tries something with the task
     * @param before who did the step before it
     * @param stepBefore id of that step among those that were done; 0 where there is none
     */
    record Case(
            MemoFixtures memos,
            Cast cast,
            CaseNumber number,
            String taskId,
            String taskKey,
            long actor,
            long before,
            long stepBefore) {

        private static Case of(MemoFixtures memos, CaseNumber number, String taskKey, long actor, long before) {
            List<Long> steps = memos.doneBy(number, before);
            return new Case(
                    memos,
                    memos.castOf(number),
                    number,
                    memos.task(number, taskKey).taskId(),
                    taskKey,
                    actor,
                    before,
                    steps.isEmpty() ? 0 : steps.getLast());
        }
    }

    private final String title;
    private final BiFunction<MemoFixtures, Cast, Case> arrangement;

    Situation(String title, BiFunction<MemoFixtures, Cast, Case> arrangement) {
        this.title = title;
        this.arrangement = arrangement;
    }

    String title() {
        return title;
    }

    Case arrange(MemoFixtures memos, Cast cast) {
        return arrangement.apply(memos, cast);
    }

    private static CaseNumber at(MemoFixtures memos, Cast cast, String taskKey) {
        CaseNumber number = memos.start(cast);
        memos.underLeader(number, cast);
        memos.goTo(number, cast, taskKey);
        return number;
    }
}
