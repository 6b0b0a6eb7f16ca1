package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bihuan.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What people, networks and ill-wishers do to the pages, and what the pages do then. */
class BadInputJourney extends JourneyTest {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void takesOnlyPhotosAndNamesNoneOfThemByItself() {
        Actor resident = stage.enter(Device.PHONE);
        resident.opens("report").picks("是什么问题", "垃圾").writes("问题描述", DESCRIPTION);
        resident.hands(new FilePayload("假照片.jpg", "image/jpeg", "这不是照片".getBytes(StandardCharsets.UTF_8)));
        resident.sees("这不是照片,请选择");
        resident.hands(new FilePayload("巨大.jpg", "image/jpeg", new byte[40 << 20]))
                .sees("超过 20 MB");
        resident.photographs(Pictures.before("../../evil<img src=x>.jpg")).looksOver("report-photos-refused");
        assertThat(resident.page().locator("img[src='x']")).hasCount(0);
        resident.presses("下一步").tapsTheMap().presses("下一步");
        String number = sends(resident);
        assertThat(resident.page().locator("img[src='x']")).hasCount(0);
        Assertions.assertThat(jdbc.queryForList(
                        "select file_name from attachment_photo where case_number = ?", String.class, number))
                .singleElement()
                .asString()
                .doesNotContain("/", "\\", "..");
    }

    @Test
    void saysThatATextIsTooLongAndKeepsRareCharacters() {
        Actor resident = stage.enter(Device.PHONE);
        String tooLong = "垃圾𠮷😀㐂".repeat(2000);
        resident.opens("report").picks("是什么问题", "垃圾").writes("问题描述", tooLong).presses("下一步");
        resident.sees("最多写 2").seesHeading("发生了什么");
        resident.writes("问题描述", "垃圾𠮷😀㐂".repeat(400))
                .presses("下一步")
                .tapsTheMap()
                .presses("下一步");
        sends(resident);
        resident.sees("垃圾𠮷😀㐂".repeat(400));
    }

    @Test
    void refusesAPlaceOutsideTheDistrict() {
        Actor inBeijing = stage.enterAt(116.397, 39.909);
        tellsWhat(inBeijing);
        inBeijing.presses("用我的位置").sees("这里没有找到网格").presses("下一步").presses("提交上报");
        inBeijing.sees("这个位置不在本区范围内").seesHeading("在哪里");
        inBeijing.chooses("选择街道和社区").picks("街道", "海伦路").picks("社区", "南昌路").presses("下一步");
        sends(inBeijing);
    }

    @Test
    void makesOneCaseOfADoubleClickAndAReload() {
        Actor resident = stage.enter(Device.PHONE);
        tellsWhat(resident, Pictures.before("垃圾.jpg"));
        resident.tapsTheMap();
        resident.page().reload();
        assertThat(resident.page().locator(".bihuan-map-status")).containsText("位于");
        resident.presses("上一步");
        assertThat(resident.page().getByLabel("问题描述").first()).hasValue(DESCRIPTION);
        assertThat(resident.page().locator(".bihuan-photo-previews li")).hasCount(1);
        resident.photographs(Pictures.before("近看.jpg"));
        resident.presses("下一步").presses("下一步");
        long before = cases();
        resident.button("提交上报").dblclick();
        String number = readsNumber(resident);
        resident.page().reload();
        Assertions.assertThat(readsNumber(resident)).isEqualTo(number);
        resident.page().goBack();
        resident.seesHeading("上报问题");
        Assertions.assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void tellsAGuesserNothing() {
        Actor guesser = stage.enter(Device.PHONE).expects("404");
        guesser.opens("t/AAAAAAAAAAAAAAAAAAAAAA").seesHeading("没有这个页面").looksOver("guessed-link");
        guesser.opens("incidents/SBQ-2026-000001").seesHeading("工作人员登录");
        guesser.opens("incidents").seesHeading("工作人员登录");
        guesser.signsIn("zhihui", "wrong").sees("用户名或密码不对").looksOver("login-failed");
        guesser.signsIn("nobody-of-this-name", "wrong").sees("用户名或密码不对");
        // Whoever may come in comes to where they wanted to.
        guesser.signsIn("zhihui", Journey.PASSWORD).seesHeading("事件");
    }

    @Test
    void aStalePageSaysSoAndKeepsWhatWasWritten() {
        String number = reports(stage.enter(Device.PHONE));
        Actor worker = stage.enter(Device.DESKTOP);
        worker.signsIn(handlerOf(number))
                .sees(number)
                .opensFromInbox(number)
                .presses("受理")
                .sees("处置结果");
        Actor stale = stage.alsoIn(worker);
        stale.opens("incident/handle-incident/" + number).writes("处置情况", "第二个窗口里写的");
        worker.writes("处置情况", "已清运").presses("提交").seesHeading("待办事项");

        stale.presses("提交").sees("您已于");
        assertThat(stale.page().getByLabel("处置情况").first()).hasValue("第二个窗口里写的");
        stale.looksOver("handle-stale");
        stale.page().reload();
        stale.sees("这一步已经办完");
    }

    @Test
    void ofTwoWhoAcceptAtTheSameMomentOneIsToldWhoWasFirst() {
        String number = reports(stage.enter(Device.PHONE));
        String holder = handlerOf(number);
        String colleague = "wangge".equals(holder) ? "g370203005001002" : "wangge";
        alsoHolds(colleague, number);
        Actor one = stage.enter(Device.DESKTOP);
        Actor other = stage.enter(Device.PHONE);
        one.signsIn(holder).sees(number).opensFromInbox(number);
        other.signsIn(colleague).sees(number).opensFromInbox(number);
        Object moment = one.page().evaluate("Date.now() + 2000");
        for (Actor actor : new Actor[] {one, other}) {
            actor.button("受理")
                    .evaluate("(button, moment) => { setTimeout(() => button.click(), moment - Date.now()); }", moment);
        }
        one.page().waitForCondition(() -> told(one).isVisible() || told(other).isVisible());
        boolean oneLost = told(one).isVisible();
        Actor loser = oneLost ? one : other;
        Actor winner = oneLost ? other : one;
        winner.sees("处置结果");
        loser.sees("已由 " + nameOf(oneLost ? colleague : holder) + " 于").looksOver("accept-lost");
        loser.sees(nameOf(oneLost ? colleague : holder) + " 正在办理此事项");
    }

    private static Locator told(Actor actor) {
        return actor.page().getByText(Pattern.compile("已由 .+ 办理")).first();
    }

    private long cases() {
        return jdbc.queryForObject("select count(*) from incident", Long.class);
    }

    private String nameOf(String username) {
        return jdbc.queryForObject("select name from org_staff where username = ?", String.class, username);
    }

    private void alsoHolds(String username, String caseNumber) {
        transaction.executeWithoutResult(status -> jdbc.update("""
                insert ignore into org_staff_post (staff_id, post_id, valid_from)
                select s.id, i.handling_post_id, '2026-01-01' from org_staff s join incident i
                where s.username = ? and i.case_number = ?""", username, caseNumber));
    }
}
