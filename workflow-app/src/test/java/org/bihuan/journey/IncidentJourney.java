package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The whole loop of an incident, each part played by somebody of its own at a device of its own. */
class IncidentJourney extends JourneyTest {

    private static final String DISPATCHER = "zhihui";

    @Test
    void isReportedHandledCheckedReopenedAndRated() {
        Actor resident = stage.enter(Device.PHONE);
        resident.opens("report").seesHeading("上报问题").looksOver("report-1-what");
        tellsWhat(resident, Pictures.before("楼下垃圾.jpg"));
        resident.tapsTheMap().looksOver("report-2-where").presses("下一步");
        resident.writes("联系电话", "13912345678").looksOver("report-3-contact");
        String number = sends(resident);
        resident.sees(DESCRIPTION);
        assertThat(resident.page().locator("img.incident-qr")).isVisible();
        resident.looksOver("tracking-assigned");

        Actor worker = stage.enter(Device.PHONE);
        worker.opens("login").seesHeading("工作人员登录").looksOver("login");
        worker.signsIn(handlerOf(number)).sees(number).looksOver("inbox-worker");
        handles(worker, number, true);
        resident.page().reload();
        resident.sees("已处理,正在核查").looksOver("tracking-verifying");

        Actor community = stage.enter(Device.DESKTOP);
        community.signsIn(communityStaffOf(number)).sees(number).looksOver("inbox-community");
        checks(community, number, true);

        resident.page().reload();
        resident.sees("已办结,请您评价").looksOver("tracking-rating");
        Documentation.keep("tracking", resident.page());
        resident.writes("哪里没有解决", "只清走了一半,墙角还有").presses("重新办理").sees("等待处理");

        worker.opens("");
        handles(worker, number, false);
        community.opens("");
        checks(community, number, false);

        resident.page().reload();
        resident.chooses("★★★★★ 非常满意").writes("想说的话", "谢谢,这次很干净").presses("提交评价");
        resident.sees("已结案").looksOver("tracking-closed");

        Actor dispatcher = stage.enter(Device.DESKTOP);
        dispatcher.signsIn(DISPATCHER).seesHeading("待办事项").opens("incidents");
        Locator line =
                dispatcher.page().locator(".incident-list li").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(line).containsText("已结案");
        dispatcher.looksOver("incident-list");
        line.locator("a").click();
        dispatcher.sees("要求重新办理").sees("★★★★★");
        seesDiagram(dispatcher, "流程已结束");
        assertThat(dispatcher.page().locator(".djs-element.trace-end")).hasCount(1);
        dispatcher.looksOver("incident-closed");
        Documentation.keep("incident-diagram", dispatcher.page().locator(".trace-diagram"));
    }

    @Test
    void isHandedUpAndDispatchedToADepartment() {
        Actor resident = stage.enter(Device.PHONE);
        String worker = handlerOf(reports(resident));
        Actor watching = stage.enter(Device.PHONE);
        watching.signsIn(worker).seesHeading("待办事项");
        String number = reports(stage.enter(Device.PHONE));
        // Without a reload: it is pushed.
        assertThat(watching.inboxItem(number)).isVisible();

        watching.opensFromInbox(number).presses("受理").sees("处置结果").chooses("上交");
        watching.selects("上交原因", "无法解决").writes("上交说明", "井盖属于市政,网格里换不了").looksOver("handle-hand-up");
        watching.presses("提交").seesHeading("待办事项");

        // Whoever does not know what it is leaves it to the dispatcher.
        String unclear = reports(stage.enter(Device.PHONE), "不清楚");
        Actor dispatcher = stage.enter(Device.DESKTOP);
        dispatcher.signsIn(DISPATCHER).sees(number).sees(unclear).looksOver("inbox-dispatcher");
        dispatcher.opensFromInbox(number).presses("开始派遣").sees("派往").looksOver("dispatch");
        dispatcher
                .picks("单位(输入名称或代码)", "城市管理")
                .writes("指派说明", "请今天更换井盖")
                .presses("派遣")
                .seesHeading("待办事项");

        Actor department = stage.enter(Device.DESKTOP);
        department.signsIn(handlerOf(number)).sees(number).opensFromInbox(number);
        department.sees("请今天更换井盖").presses("受理").sees("处置结果");
        seesDiagram(department, "当前步骤");
        assertThat(department.page().locator(".djs-element.trace-current")).hasCount(1);
        assertThat(department.page().locator(".djs-element.trace-taken").first())
                .isVisible();
        department.looksOver("handle-department");
    }

    @Test
    void isEndedAsInvalidOrMergedAndTheResidentReadsWhy() {
        Actor first = stage.enter(Device.PHONE);
        String earlier = reports(first);
        Actor second = stage.enter(Device.PHONE);
        String later = reports(second);
        Actor dispatcher = stage.enter(Device.DESKTOP);
        dispatcher.signsIn(DISPATCHER).seesHeading("待办事项");

        dispatcher.opens("incidents/" + later).presses("并案");
        dispatcher.writes("并入案卷号", earlier).writes("原因(居民会看到)", "同一堆垃圾,已在办理");
        dispatcher.looksOver("merge").presses("确认并案").sees("已并案");
        second.page().reload();
        second.sees("已并入先前的上报").sees("同一堆垃圾,已在办理").looksOver("tracking-merged");

        dispatcher.opens("incidents/" + earlier).presses("作废");
        dispatcher.writes("原因(居民会看到)", "现场没有发现垃圾").presses("确认作废").sees("已作废");
        dispatcher.looksOver("incident-invalid");
        first.page().reload();
        first.sees("未受理").sees("现场没有发现垃圾").looksOver("tracking-invalid");
    }

    @Test
    void showsThePagesAroundTheWork() {
        Actor administrator = stage.enter(Device.DESKTOP);
        administrator.signsIn("admin").seesHeading("待办事项").looksOver("inbox-empty");
        administrator.opens("admin/units").seesHeading("单位").looksOver("admin-units");
        administrator.opens("admin/calendar").seesHeading("工作日历").looksOver("admin-calendar");
        administrator.opens("account").seesHeading("我的账号").looksOver("account");
        administrator.opens("account/password").seesHeading("修改密码").looksOver("account-password");
        administrator.expects("404").opens("incidents/SBQ-1999-000001").seesHeading("没有");
        administrator.opens("nowhere").seesHeading("没有这个页面").looksOver("not-found");
        administrator.expects("404").opens("admin/staff").seesHeading("没有这个页面");
        Actor security = stage.enter(Device.DESKTOP);
        security.signsIn("anquan")
                .seesHeading("待办事项")
                .opens("admin/staff")
                .seesHeading("人员")
                .looksOver("admin-staff");
        Actor auditor = stage.enter(Device.DESKTOP);
        auditor.signsIn("shenji")
                .seesHeading("待办事项")
                .opens("audit/changes")
                .seesHeading("变更记录")
                .looksOver("audit-changes");
        auditor.opens("audit/sign-ins").seesHeading("登录记录").looksOver("audit-sign-ins");
    }

    private void handles(Actor worker, String number, boolean shown) {
        worker.opensFromInbox(number);
        if (shown) {
            worker.looksOver("accept");
        }
        worker.presses("受理").sees("处置结果");
        worker.writes("处置情况", "已联系保洁清运,地面冲洗干净").photographs(Pictures.after("清理后.jpg"));
        if (shown) {
            worker.looksOver("handle");
        }
        worker.presses("提交").seesHeading("待办事项");
        assertThat(worker.inboxItem(number)).hasCount(0);
    }

    private void checks(Actor community, String number, boolean shown) {
        community.opensFromInbox(number).presses("开始核查").sees("核查结论");
        Locator sides = community.page().locator(".bihuan-photo-comparison > section");
        assertThat(sides).hasCount(2);
        for (Locator side : sides.all()) {
            assertThat(side.locator("img").first()).isVisible();
        }
        if (shown) {
            community.looksOver("verify");
        }
        community.chooses("通过").writes("核查意见", "现场已干净").presses("提交核查结论").seesHeading("待办事项");
        assertThat(community.inboxItem(number)).hasCount(0);
    }

    private static void seesDiagram(Actor actor, String where) {
        assertThat(actor.page().locator(".trace-diagram-now")).containsText(where);
        assertThat(actor.page().locator(".trace-diagram svg .djs-shape").first())
                .isVisible();
    }
}
