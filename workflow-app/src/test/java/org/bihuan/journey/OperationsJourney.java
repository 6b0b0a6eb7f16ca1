package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentReport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with their work besides doing it: lend it, take much of it at once, and be interrupted. */
class OperationsJourney extends JourneyTest {

    private static final int MANY = 50;

    @Autowired
    IncidentIntake intake;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDeputyDoesTheWorkOfWhoeverIsOnLeave() {
        String number = reports(stage.enter(Device.PHONE));
        Person absent = person(handlerOf(number));
        Person deputy = freeGridWorker();
        Actor worker = stage.enter(Device.PHONE);
        worker.signsIn(absent.username()).sees(number);
        worker.opens("account/deputy").seesHeading("休假代理").looksOver("deputy-nobody");
        worker.presses("设置代理").sees("请选择代理人");
        worker.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("代理人"))
                .fill(deputy.name());
        worker.page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(deputy.name()))
                .click();
        worker.page().keyboard().press("Escape");
        worker.writes("原因", "年休假").presses("设置代理").sees("代理已设置");
        worker.sees("您的事项由 " + deputy.name() + " 代办").looksOver("deputy-appointed");

        Actor standIn = stage.enter(Device.DESKTOP);
        standIn.signsIn(deputy.username()).sees("您正在代 " + absent.name() + " 办理");
        assertThat(standIn.inboxItem(number)).containsText("代 " + absent.name());
        standIn.looksOver("inbox-deputy");
        String later = report(absent);
        // What comes later is the deputy's as well.
        standIn.opens("");
        assertThat(standIn.inboxItem(later)).isVisible();
        standIn.opensFromInbox(number).presses("受理").sees("处置结果");
        standIn.writes("处置情况", "已代为联系保洁清运").photographs(Pictures.after("清理后.jpg"));
        standIn.presses("提交").seesHeading("待办事项");
        assertThat(standIn.inboxItem(number)).hasCount(0);

        Actor dispatcher = stage.enter(Device.DESKTOP);
        dispatcher.signsIn("zhihui").seesHeading("待办事项").opens("incidents/" + number);
        dispatcher.sees(deputy.name() + "(代 " + absent.name() + ")").looksOver("incident-by-deputy");

        worker.presses("结束 " + deputy.name() + " 的代理").sees("不再代为办理").looksOver("deputy-end");
        worker.presses("结束").sees("您没有设置代理");
        worker.opens("").sees(later);
        standIn.opens("").seesHeading("待办事项");
        assertThat(worker.page().getByText("您的事项由")).hasCount(0);
        assertThat(standIn.inboxItem(later)).hasCount(0);
    }

    @Test
    void fiftyAreTakenAtOnceAndOneWasFaster() {
        List<Person> people = atAnEmptyGrid();
        Person one = people.getFirst();
        Person faster = people.getLast();
        List<String> numbers = Stream.generate(() -> report(one)).limit(MANY).toList();
        Actor worker = stage.enter(Device.DESKTOP);
        worker.signsIn(one.username()).sees(numbers.getFirst());
        worker.page().locator(".inbox-more").click();
        assertThat(worker.page().locator(".inbox-item")).hasCount(MANY);
        worker.presses("全选本页").sees("已选 " + MANY + " 项").presses("批量受理");
        worker.sees("每项单独成败").looksOver("bulk-question");

        String taken = numbers.get(MANY / 2);
        Actor colleague = stage.enter(Device.PHONE);
        colleague.signsIn(faster.username()).sees(numbers.getFirst());
        colleague.opens("incident/handle-incident/" + taken).presses("受理").sees("处置结果");

        watchesWhatIsSaid(worker);
        worker.presses("开始(" + MANY + " 项)").sees("完成 " + (MANY - 1) + " 项,未完成 1 项");
        Locator results = worker.page().locator(".inbox-results li");
        assertThat(results).hasCount(MANY);
        assertThat(results.first()).containsText(taken);
        assertThat(results.first()).containsText("已由 " + faster.name() + " 于");
        assertThat(results.filter(new Locator.FilterOptions().setHasText("已受理")))
                .hasCount(MANY - 1);
        Assertions.assertThat(whatWasSaid(worker))
                .as("how far it was, on the way")
                .anyMatch(words -> words.matches("已处理 [1-9]\\d? / " + MANY));
        worker.looksOver("bulk-results").presses("关闭");
        Assertions.assertThat(held(one)).isEqualTo(MANY - 1);
        Assertions.assertThat(held(faster)).isEqualTo(1);
    }

    @Test
    void whatWasWrittenOutlivesTheConnectionAndIsThereOnAnotherDevice() {
        String number = reports(stage.enter(Device.PHONE));
        String handler = handlerOf(number);
        String half = "已到现场。";
        String whole = half + "两车垃圾,第二车正在装";
        Actor worker = stage.enter(Device.PHONE).expects("ERR_INTERNET_DISCONNECTED|WebSocket");
        worker.signsIn(handler)
                .sees(number)
                .opensFromInbox(number)
                .presses("受理")
                .sees("处置结果");
        worker.writes("处置情况", half).sees("已暂存");
        worker.losesTheNetwork().writes("处置情况", whole);
        worker.page().close();
        worker.isBackInTheNetwork();

        Actor again = stage.alsoIn(worker);
        again.opens("incident/handle-incident/" + number).sees("还有没能存上的文字");
        assertThat(note(again)).hasValue(half);
        again.looksOver("handle-draft-offered").presses("恢复").sees("已暂存");
        assertThat(note(again)).hasValue(whole);

        Actor atTheDesk = stage.enter(Device.DESKTOP);
        atTheDesk.signsIn(handler).sees(number).opensFromInbox(number).sees("已恢复");
        assertThat(note(atTheDesk)).hasValue(whole);
        assertThat(atTheDesk.page().getByText("还有没能存上的文字")).hasCount(0);
        atTheDesk.looksOver("handle-draft-restored").presses("重新填写");
        assertThat(note(atTheDesk)).hasValue("");
    }

    @Test
    void everyDialogReadsWell() {
        String number = reports(stage.enter(Device.PHONE));
        Actor worker = stage.enter(Device.PHONE);
        worker.signsIn(handlerOf(number)).sees(number).opensFromInbox(number);
        worker.presses("受理").sees("处置结果");
        looksOver(
                worker,
                Map.of("转办", "transfer", "委派", "delegate", "加签", "add-signers", "申请延期", "extend", "抄送", "copy"));

        Actor dispatcher = stage.enter(Device.DESKTOP);
        dispatcher.signsIn("zhihui").seesHeading("待办事项").opens("incidents/" + number);
        looksOver(dispatcher, Map.of("催办", "urge", "挂起", "suspend"));
    }

    private static void looksOver(Actor actor, Map<String, String> operations) {
        operations.forEach((operation, name) -> {
            actor.begins(operation);
            Locator dialog = actor.page().locator(".task-dialog");
            assertThat(dialog).isVisible();
            actor.looksOver("operation-" + name).presses("取消");
            assertThat(dialog).hasCount(0);
        });
    }

    private static Locator note(Actor actor) {
        return actor.page().getByLabel("处置情况").first();
    }

    private static void watchesWhatIsSaid(Actor actor) {
        actor.page().evaluate("""
                () => {
                    window.said = new Set();
                    new MutationObserver(() => document.querySelectorAll('[role=status]')
                        .forEach(status => window.said.add(status.textContent)))
                        .observe(document.body, {subtree: true, childList: true, characterData: true});
                }""");
    }

    @SuppressWarnings("unchecked")
    private static List<String> whatWasSaid(Actor actor) {
        return (List<String>) actor.page().evaluate("[...window.said]");
    }

    private record Person(String username, String name) {}

    private Person person(String username) {
        return new Person(
                username, jdbc.queryForObject("select name from org_staff where username = ?", String.class, username));
    }

    /** Somebody of another grid whose name nobody else has. */
    private Person freeGridWorker() {
        return person(jdbc.queryForObject("""
                select max(s.username) from org_staff s join org_staff_post h on h.staff_id = s.id
                join org_post p on p.id = h.post_id and p.role = 'GRID_WORKER'
                where s.username like 'g%'
                and s.name in (select name from org_staff group by name having count(*) = 1)""", String.class));
    }

    /** The worker of a grid where there is nothing to do, and one of another such grid who has that post as well now. */
    private List<Person> atAnEmptyGrid() {
        List<Map<String, Object>> empty = jdbc.queryForList("""
                select p.id post, s.id staff, s.username from org_post p
                join org_staff_post h on h.post_id = p.id join org_staff s on s.id = h.staff_id
                where p.role = 'GRID_WORKER' and s.username like 'g%'
                and not exists (select * from inbox_item i where i.post_id = p.id or i.assignee_id = s.id)
                order by s.username limit 2""");
        transaction.executeWithoutResult(status -> jdbc.update(
                "insert into org_staff_post (staff_id, post_id, valid_from) values (?, ?, '2026-01-01')",
                empty.getLast().get("staff"),
                empty.getFirst().get("post")));
        return empty.stream().map(row -> person((String) row.get("username"))).toList();
    }

    /** Somebody reports something from the middle of this person's grid. */
    private String report(Person worker) {
        Map<String, Object> place = jdbc.queryForMap("""
                select st_x(st_centroid(b.border)) x, st_y(st_centroid(b.border)) y from org_border b
                join org_post p on p.unit_id = b.unit_id join org_staff_post h on h.post_id = p.id
                join org_staff s on s.id = h.staff_id where s.username = ? limit 1""", worker.username());
        Long category = jdbc.queryForObject("select id from incident_category where name = '暴露垃圾'", Long.class);
        return intake.report(new IncidentReport(
                        UUID.randomUUID().toString(),
                        category,
                        DESCRIPTION,
                        (Double) place.get("x"),
                        (Double) place.get("y"),
                        null,
                        "",
                        null,
                        List.of()))
                .caseNumber()
                .value();
    }

    private long held(Person person) {
        return jdbc.queryForObject("""
                select count(*) from inbox_item i join org_staff s on s.id = i.assignee_id
                where s.username = ?""", Long.class, person.username());
    }
}
