package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bihuan.engine.CaseClock;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.task.SigningFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people sign one thing; what has no page in the product, the family of the tests does by itself. */
class SigningJourney extends JourneyTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CaseClock clock;

    @Autowired
    OpenTasks open;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void oneSignerSendsTheCaseBackAndThenAllSign() {
        var memo = new SigningFixtures(context, "signMemo");
        String number = memo.number.value();
        Assertions.assertThat(timersOfReview(memo)).as("its step is over").isEmpty();
        Actor first = signsIn(Device.DESKTOP, memo.signer(0));
        opensFromInbox(first, number);
        signs(first.looksOver("sign"), number);

        Actor second = signsIn(Device.PHONE, memo.signer(1));
        opensFromInbox(second, number);
        second.sees("会签中 1/3").begins("退回");
        second.presses("退回").sees("请填写");
        second.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("审核"))
                .check(new Locator.CheckOptions().setForce(true));
        second.writes("退回原因", "金额与附件不符").looksOver("sign-return");
        second.presses("退回").sees("已退回").sees("此事项已结束会签").looksOver("sign-returned");
        Assertions.assertThat(memo.open()).containsExactly("reviewMemo");
        Assertions.assertThat(timersOfReview(memo))
                .as("the clock of the step runs anew")
                .singleElement(InstanceOfAssertFactories.INSTANT)
                .isCloseTo(dueAt(memo), Assertions.within(1, ChronoUnit.SECONDS))
                .isAfter(Instant.now());

        Actor reviewer = signsIn(Device.DESKTOP, memo.reviewer());
        Locator item = reviewer.inboxItem(number);
        assertThat(item).containsText("我");
        item.locator(".inbox-select").click();
        reviewer.presses("批量办理").presses("开始(1 项)").sees("完成 1 项,未完成 0 项");
        memo.goOn();
        Assertions.assertThat(memo.open()).containsExactly("signMemo");
        Assertions.assertThat(timersOfReview(memo)).isEmpty();

        // Without a reload: it is pushed. Who had signed before signs again.
        opensFromInbox(first, number);
        first.sees("会签中 0/3");
        signs(first, number);
        second.opens("");
        opensFromInbox(second, number);
        signs(second, number);
        Actor third = signsIn(Device.DESKTOP, memo.signer(2));
        opensFromInbox(third, number);
        third.sees("会签中 2/3").looksOver("sign-last");
        signs(third, number);
        Assertions.assertThat(memo.open()).containsExactly("signInTurn");
        assertThat(first.inboxItem(number)).isVisible();
    }

    private Actor signsIn(Device device, long staffId) {
        transaction.executeWithoutResult(status -> jdbc.update("""
                update org_staff s join org_staff known on known.username = 'zhihui'
                set s.password_hash = known.password_hash where s.id = ?""", staffId));
        String username = jdbc.queryForObject("select username from org_staff where id = ?", String.class, staffId);
        return stage.enter(device).signsIn(username).seesHeading("待办事项");
    }

    private static void opensFromInbox(Actor actor, String number) {
        actor.inboxItem(number).locator(".inbox-link").click();
        assertThat(actor.page().locator(".task-sign")).isVisible();
    }

    private static void signs(Actor actor, String number) {
        actor.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("同意").setExact(true))
                .check(new Locator.CheckOptions().setForce(true));
        actor.presses("提交").seesHeading("待办事项");
        assertThat(actor.inboxItem(number)).hasCount(0);
    }

    /** When the timers at the border of the review step go off. */
    private List<Instant> timersOfReview(SigningFixtures memo) {
        return transaction.execute(status -> clock.timers(memo.number).stream()
                .filter(timer -> "reviewMemo".equals(timer.taskKey()))
                .map(CaseClock.Timer::dueAt)
                .toList());
    }

    private Instant dueAt(SigningFixtures memo) {
        return transaction.execute(status -> open.ofCase(memo.number).getFirst().dueAt());
    }
}
