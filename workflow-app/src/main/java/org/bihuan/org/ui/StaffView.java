package org.bihuan.org.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffAdministration;
import org.bihuan.org.StaffRow;
import org.bihuan.org.StaffService;

/** 人员: all accounts, with the posts of each and what an administrator can do to it. */
@Route("admin/staff")
@Menu(title = "org.staff.title", order = 920, icon = "vaadin:users")
class StaffView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final String PERSON = "person";

    private final OrgService orgs;
    private final StaffService staff;
    private final StaffAdministration administration;
    private final Idempotency idempotency;
    private final CurrentUser user;
    private final Clock clock;
    private final TextField search = new TextField();
    private final Grid<StaffRow> grid = new Grid<>();
    private final MasterDetailLayout layout = new MasterDetailLayout();

    StaffView(
            OrgService orgs,
            StaffService staff,
            StaffAdministration administration,
            CurrentUser user,
            Idempotency idempotency,
            Clock clock) {
        this.orgs = orgs;
        this.staff = staff;
        this.administration = administration;
        this.idempotency = idempotency;
        this.user = user;
        this.clock = clock;
        addClassName("org-page");
        Div master = new Div(toolbar(), grid());
        master.addClassName("org-master");
        layout.setMaster(master);
        layout.setMasterSize("300px", true);
        layout.setDetailSize("460px");
        layout.addBackdropClickListener(click -> grid.deselectAll());
        layout.addDetailEscapePressListener(press -> grid.deselectAll());
        Div placeholder = new Div(new Paragraph(getTranslation("org.staff.choose")));
        placeholder.addClassName("bihuan-empty");
        layout.setDetailPlaceholder(placeholder);
        layout.addClassName("org-layout");
        add(new H1(getPageTitle()), layout);
    }

    private Div toolbar() {
        search.setLabel(getTranslation("org.staff.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            grid.deselectAll();
            grid.getDataProvider().refreshAll();
        });
        Button create =
                new Button(getTranslation("org.staff.create"), VaadinIcon.PLUS.create(), click -> openNewStaff());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div toolbar = new Div(search, create);
        toolbar.addClassName("org-toolbar");
        return toolbar;
    }

    private Grid<StaffRow> grid() {
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        grid.getElement().setAttribute("aria-label", getTranslation("org.staff.title"));
        grid.addColumn(StaffRow::name)
                .setHeader(getTranslation("org.staff.name"))
                .setTooltipGenerator(StaffRow::name);
        grid.addColumn(StaffRow::username)
                .setHeader(getTranslation("org.staff.username"))
                .setTooltipGenerator(StaffRow::username);
        Grid.Column<StaffRow> phone = grid.addColumn(StaffRow::maskedPhone)
                .setHeader(getTranslation("org.staff.phone"))
                .setWidth("130px")
                .setFlexGrow(0);
        Grid.Column<StaffRow> posts = grid.addColumn(StaffRow::posts)
                .setHeader(getTranslation("org.staff.posts"))
                .setWidth("72px")
                .setFlexGrow(0);
        grid.addColumn(this::state)
                .setHeader(getTranslation("org.staff.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setItems(query -> administration.search(search.getValue(), query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateText(getTranslation("org.staff.empty"));
        grid.addSelectionListener(selection ->
                selection.getFirstSelectedItem().ifPresentOrElse(row -> show(row.id()), () -> layout.setDetail(null)));
        NarrowScreen.watch(grid, narrow -> {
            phone.setVisible(!narrow);
            posts.setVisible(!narrow);
        });
        return grid;
    }

    private String state(StaffRow row) {
        if (!row.enabled()) {
            return getTranslation("org.staff.disabled");
        }
        if (row.lockedUntil() != null && row.lockedUntil().isAfter(clock.instant())) {
            return getTranslation("org.staff.locked");
        }
        return getTranslation(row.mustChangePassword() ? "org.staff.initialPassword" : "org.staff.enabled");
    }

    private void openNewStaff() {
        new NewStaffDialog(this, orgs, administration, idempotency, clock, staffId -> {
                    grid.getDataProvider().refreshAll();
                    show(staffId);
                })
                .open();
    }

    private void show(long staffId) {
        layout.setDetail(new StaffDetails(
                orgs,
                staff,
                administration,
                idempotency,
                clock,
                staffId,
                user.staffId().filter(id -> id == staffId).isPresent(),
                () -> grid.getDataProvider().refreshAll(),
                this::hide));
    }

    private void hide() {
        grid.deselectAll();
        layout.setDetail(null);
    }

    /** A unit's page leads here with one person. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PERSON)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> staff.find(Long.parseLong(id)))
                .map(Staff::id)
                .ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("org.staff.title");
    }
}
