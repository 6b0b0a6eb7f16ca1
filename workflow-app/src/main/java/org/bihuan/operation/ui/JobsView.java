package org.bihuan.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.engine.FailedJobs;
import org.bihuan.operation.FailedJobService;
import org.bihuan.operation.FailedJobService.Failure;
import org.bihuan.operation.FailedJobService.Filter;
import org.bihuan.operation.RepairService;
import org.bihuan.operation.SystemHealth;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** 失败作业: what the engine gave up, why, another try, and moving a case by hand with a second administrator. */
@Route("admin/jobs")
@Menu(title = "operation.jobs.title", order = 960, icon = "vaadin:tools")
class JobsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 20;

    private final transient FailedJobService service;
    private final transient SystemHealth health;
    private final transient RepairService repairs;

    private final Select<FailedJobs.Process> process = new Select<>();
    private final TextField reason = new TextField();
    private final Button retryAll = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph result = new Paragraph();
    private final Div list = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Button more = new Button();
    private final RepairSection repairSection;
    private final boolean mayRetry;
    private final boolean mayPropose;
    private final List<FailureRow> rows = new ArrayList<>();
    private transient Runnable stopListening = () -> {};

    JobsView(FailedJobService service, RepairService repairs, SystemHealth health, CurrentUser user, Rights rights) {
        this.service = service;
        this.repairs = repairs;
        this.health = health;
        mayRetry = rights.may(Verb.JOB_RETRY);
        mayPropose = rights.may(Verb.REPAIR_PROPOSE);
        repairSection = new RepairSection(repairs, user, mayPropose);
        addClassName("operation-page");
        list.addClassName("operation-list");
        progress.setVisible(false);
        result.getElement().setAttribute("role", "status");
        nothing.addClassName("bihuan-empty");
        nothing.setText(getTranslation("operation.jobs.none"));
        more.setText(getTranslation("operation.more"));
        more.addClickListener(click -> next());
        Section failed = new Section(
                new H2(getTranslation("operation.jobs.failed")), filter(), progress, result, list, nothing, more);
        add(new H1(getPageTitle()), new Paragraph(getTranslation("operation.jobs.advice")), failed, repairSection);
        first();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("operation.jobs.title");
    }

    /** After each count the rows tell what became of another try; the list itself stays as it is. */
    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        stopListening = health.listen(() -> ui.access(() -> rows.forEach(FailureRow::refresh)));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    private Div filter() {
        process.setLabel(getTranslation("operation.jobs.process"));
        process.setEmptySelectionAllowed(true);
        process.setEmptySelectionCaption(getTranslation("operation.jobs.process.all"));
        process.setItemLabelGenerator(
                item -> item == null ? getTranslation("operation.jobs.process.all") : item.name());
        process.setItems(service.processes());
        process.addValueChangeListener(change -> first());
        reason.setLabel(getTranslation("operation.jobs.reason"));
        reason.setClearButtonVisible(true);
        reason.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        reason.addValueChangeListener(change -> first());
        retryAll.setText(getTranslation("operation.retry.all"));
        retryAll.setVisible(mayRetry);
        retryAll.addClickListener(click -> retryAll());
        Div filter =
                new Div(process, reason, retryAll, new Button(getTranslation("operation.reload"), click -> first()));
        filter.addClassName("operation-filter");
        return filter;
    }

    private void first() {
        rows.clear();
        list.removeAll();
        result.setText("");
        next();
    }

    private void next() {
        Failure last = rows.isEmpty() ? null : rows.getLast().failure();
        List<Failure> page = service.page(wanted(), last, PAGE + 1);
        page.stream().limit(PAGE).map(this::row).forEach(row -> {
            rows.add(row);
            list.add(row);
        });
        more.setVisible(page.size() > PAGE);
        nothing.setVisible(rows.isEmpty());
        retryAll.setEnabled(!rows.isEmpty());
    }

    private FailureRow row(Failure failure) {
        FailureRow row = new FailureRow(
                failure, service, number -> new RepairDialog(number, repairs, repairSection::first).open());
        row.offer(mayRetry, mayPropose);
        return row;
    }

    private Filter wanted() {
        FailedJobs.Process chosen = process.getValue();
        return new Filter(chosen == null ? null : chosen.key(), reason.isEmpty() ? null : reason.getValue());
    }

    /** All that the filter finds, also those not shown yet; one after the other, each in its own transaction. */
    private void retryAll() {
        while (more.isVisible()) {
            next();
        }
        UI ui = UI.getCurrent();
        List<FailureRow> all = List.copyOf(rows);
        retryAll.setEnabled(false);
        progress.setVisible(true);
        progress.setValue(0);
        Thread.ofVirtual().start(new DelegatingSecurityContextRunnable(() -> {
            int done = 0;
            for (FailureRow row : all) {
                int count = ++done;
                ui.access(() -> {
                    row.retry();
                    progress.setValue((double) count / all.size());
                    result.setText(getTranslation("operation.retry.progress", count, all.size()));
                });
            }
            ui.access(() -> progress.setVisible(false));
        }));
    }
}
