package org.bihuan.incident.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteParameters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bihuan.IntegrationTest;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PhotoUpload;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.form.FormSchemas;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.inbox.InboxService;
import org.bihuan.inbox.ItemKind;
import org.bihuan.inbox.OpenTasks;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentFixtures;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentLookup;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.process.IncidentHandlingBpmn.Tasks;
import org.bihuan.org.OrgService;
import org.bihuan.org.UnitPicker;
import org.bihuan.task.Drafts;
import org.bihuan.task.TaskRules;
import org.bihuan.task.ui.TaskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class IncidentPagesTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    IncidentIntake intake;

    @Autowired
    IncidentHandling handling;

    @Autowired
    IncidentVerification verification;

    @Autowired
    IncidentDispatch dispatch;

    @Autowired
    IncidentLookup lookup;

    @Autowired
    IncidentCatalog catalog;

    @Autowired
    CaseParts parts;

    @Autowired
    FormSchemas schemas;

    @Autowired
    PhotoService photos;

    @Autowired
    OrgService units;

    @Autowired
    InboxService inbox;

    @Autowired
    InboxQueries queries;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    Drafts drafts;

    @Autowired
    List<TaskRules> rules;

    IncidentFixtures people;
    Probe probe;

    /** An operation that exists for one case only. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Probe implements TaskAction {

        private CaseNumber number = new CaseNumber("SBQ-2000-000001");
        private Subject opened;
        private Runnable deed = () -> {};

        @Override
        public String key() {
            return "incident.accept";
        }

        @Override
        public boolean offered(Subject subject) {
            return subject.number().equals(number);
        }

        @Override
        public void open(Subject subject, Runnable done) {
            opened = subject;
            deed.run();
            done.run();
        }
    }

    @BeforeEach
    void prepare() {
        people = IncidentFixtures.create(
                context.getBean(JdbcTemplate.class), context.getBean(TransactionTemplate.class));
        if (!context.containsBean("incidentPagesProbe")) {
            context.getBeanFactory().registerSingleton("incidentPagesProbe", new Probe());
        }
        probe = context.getBean(Probe.class);
        probe.opened = null;
        probe.deed = () -> {};
    }

    @AfterEach
    void signOut() {
        IncidentFixtures.signOut();
    }

    @Test
    void whatElseCanBeDoneStandsBesideThePrimaryButton() {
        CaseNumber number = accepted();
        probe.number = number;

        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        Component actions = find(Button.class)
                .withText(text("incident.handle.send"))
                .single()
                .getParent()
                .orElseThrow();
        assertThat(actions.getChildren().filter(part -> part.hasClassName("task-actions")))
                .hasSize(1);
        press();
        assertThat(probe.opened.mine()).isTrue();
        assertThat(probe.opened.task().taskKey()).isEqualTo(Tasks.HANDLE_INCIDENT);
        assertThat(probe.opened.version())
                .isEqualTo(lookup.details(number).incident().version());
    }

    @Test
    void itStandsThereBeforeTheTaskIsTakenAndWhenAColleagueHasIt() {
        people.signIn(people.worker);
        CaseNumber number = intake.report(people.report()).caseNumber();
        probe.number = number;
        open(new HandleIncidentView(handling, parts, schemas, photos), number);
        press();
        assertThat(probe.opened.mine()).isFalse();

        people.signIn(people.secondWorker);
        handling.accept(number);
        people.signIn(people.worker);
        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        assertThat(find(MenuBar.class).withClassName("task-actions-wide").all()).hasSize(1);
        assertThat(find(Paragraph.class)
                        .withText(text("incident.task.held", "王二"))
                        .all())
                .hasSize(1);
    }

    @Test
    void thePageOfTheCaseHasItInTheHead() {
        CaseNumber number = accepted();
        probe.number = number;

        open(new IncidentDetailsView(parts, dispatch, schemas, inbox, queries), number);
        press();

        assertThat(probe.opened.task()).isNull();
        assertThat(probe.opened.mine()).isFalse();
    }

    @Test
    void thePageOfTheCaseLeadsWhoeverIsAskedToTheAnswer() {
        CaseNumber number = accepted();
        String taskId = taskId(number, Tasks.HANDLE_INCIDENT);
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> openTasks.ask(
                        openTasks.lock(taskId),
                        ItemKind.SIGN,
                        1,
                        "task/sign/1",
                        people.checker.id(),
                        Instant.parse("2030-01-01T00:00:00Z")));
        people.signIn(people.checker);

        open(new IncidentDetailsView(parts, dispatch, schemas, inbox, queries), number);

        assertThat(find(Button.class)
                        .withText(text("incident.task.open", text("inbox.kind.SIGN")))
                        .all())
                .hasSize(1);
        people.signIn(people.worker);
        open(new IncidentDetailsView(parts, dispatch, schemas, inbox, queries), number);
        assertThat(find(Button.class)
                        .withText(text("incident.task.open", text("inbox.kind.SIGN")))
                        .all())
                .isEmpty();
    }

    @Test
    void thePageFollowsWhatWasDone() {
        CaseNumber number = accepted();
        probe.number = number;
        probe.deed = () -> inbox.release(probe.opened.task().taskId());
        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        press();

        assertThat(find(Button.class).withText(text("incident.handle.send")).all())
                .isEmpty();
        assertThat(find(Button.class).withText(text("incident.accept")).all()).hasSize(1);
    }

    @Test
    void aDraftOfTheHandlingComesBackWithItsPhotos() throws IOException {
        CaseNumber number = accepted();
        String taskId = taskId(number, Tasks.HANDLE_INCIDENT);
        PreparedPhoto photo = photo();
        drafts.save(taskId, Map.of("outcome", "handled", "note", "清理到一半", "photos", List.of(photo)));

        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        assertThat(find(TextArea.class).withId("note").single().getValue()).isEqualTo("清理到一半");
        assertThat(find(PhotoUpload.class).single().getValue()).containsExactly(photo);
    }

    @Test
    void photosThatWaitNoLongerAreToldOf() throws IOException {
        CaseNumber number = accepted();
        PreparedPhoto photo = photo();
        drafts.save(taskId(number, Tasks.HANDLE_INCIDENT), Map.of("outcome", "handled", "photos", List.of(photo)));
        photos.discard(photo);

        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        assertThat(find(PhotoUpload.class).single().getValue()).isEmpty();
        assertThat(find(PhotoUpload.class).single().getHelperText()).isEqualTo(text("incident.handle.photosGone", 1));
    }

    @Test
    void whatIsWrittenIsKeptAndGoesWhenItIsSent() {
        CaseNumber number = accepted();
        String taskId = taskId(number, Tasks.HANDLE_INCIDENT);
        open(new HandleIncidentView(handling, parts, schemas, photos), number);

        test(find(TextArea.class).withId("note").single()).setValue("已经清理干净");
        assertThat(drafts.find(taskId)).isPresent();
        test(find(Button.class).withText(text("incident.handle.send")).single()).click();

        assertThat(drafts.find(taskId)).isEmpty();
        assertThat(inbox.task(number, Tasks.VERIFY_INCIDENT)).isPresent();
    }

    @Test
    void aDraftOfTheDispatchComesBackWithUnitAndCategory() {
        people.signIn(people.dispatcher);
        CaseNumber number = intake.report(people.reportByName()).caseNumber();
        dispatch.take(number);
        long other = catalog.unknown().id();
        drafts.save(
                taskId(number, Tasks.DISPATCH_INCIDENT),
                Map.of("note", "请尽快", "unit", people.department, "category", other));

        open(new DispatchIncidentView(dispatch, catalog, parts, schemas, units), number);

        assertThat(find(TextArea.class).withId("note").single().getValue()).isEqualTo("请尽快");
        assertThat(find(UnitPicker.class).single().getValue().id()).isEqualTo(people.department);
        assertThat(find(CategoryField.class).single().getValue().id()).isEqualTo(other);
    }

    @Test
    void aDraftOfTheCheckComesBack() {
        CaseNumber number = accepted();
        handling.handled(number, lookup.details(number).incident().version(), "已清理", List.of());
        people.signIn(people.checker);
        verification.take(number);
        drafts.save(taskId(number, Tasks.VERIFY_INCIDENT), Map.of("passed", "false", "returnReason", "还有垃圾"));

        open(new VerifyIncidentView(verification, parts, schemas), number);

        assertThat(find(TextArea.class).withId("returnReason").single().getValue())
                .isEqualTo("还有垃圾");
        assertThat(find(Button.class).withText(text("task.draft.anew")).all()).hasSize(1);
    }

    @Test
    void tellsWhatOnlyIncidentsRefuse() {
        people.signIn(people.dispatcher);
        CaseNumber number = intake.report(people.reportByName()).caseNumber();
        dispatch.take(number);
        open(new DispatchIncidentView(dispatch, catalog, parts, schemas, units), number);
        find(UnitPicker.class).single().setValue(units.find(people.vacantGrid).orElseThrow());

        test(find(Button.class).withText(text("incident.dispatch.send")).single())
                .click();

        assertThat(test(find(Notification.class).single()).getText())
                .isEqualTo(text("incident.error.nobody", "测试社区第2网格"));
    }

    @Test
    void aPrintTellsWhatWasReportedAndWhatWasDone() {
        CaseNumber number = accepted();
        handling.handled(number, lookup.details(number).incident().version(), "已清理", List.of());

        List<Map.Entry<String, String>> printed = rules.stream()
                .filter(one -> one.family().equals("incident"))
                .findFirst()
                .orElseThrow()
                .printed(number, Locale.ENGLISH);

        assertThat(printed)
                .contains(
                        Map.entry(text("incident.fact.category"), "市容环境 · 暴露垃圾"),
                        Map.entry(text("incident.print.description"), "楼下垃圾成堆"),
                        Map.entry(text("incident.print.result"), "已清理"))
                .as("the sheet has the place already")
                .noneMatch(line -> line.getValue().endsWith("1 号楼"));
    }

    private CaseNumber accepted() {
        people.signIn(people.worker);
        CaseNumber number = intake.report(people.report()).caseNumber();
        handling.accept(number);
        return number;
    }

    private String taskId(CaseNumber number, String key) {
        return inbox.task(number, key).orElseThrow().taskId();
    }

    private PreparedPhoto photo() throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        return photos.prepare("after.jpg", new ByteArrayInputStream(jpeg.toByteArray()));
    }

    private <V extends Component & BeforeEnterObserver> void open(V view, CaseNumber number) {
        var entering = mock(BeforeEnterEvent.class);
        when(entering.getRouteParameters()).thenReturn(new RouteParameters("caseNumber", number.value()));
        UI.getCurrent().removeAll();
        view.beforeEnter(entering);
        UI.getCurrent().add(view);
    }

    /** The first button of the bar. */
    private void press() {
        MenuItem first = find(MenuBar.class)
                .withClassName("task-actions-wide")
                .single()
                .getItems()
                .getFirst();
        assertThat(first.getText()).isEqualTo(text("incident.accept"));
        ComponentUtil.fireEvent(first, new ClickEvent<>(first));
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
