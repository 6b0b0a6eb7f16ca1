package org.bihuan.org.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import org.bihuan.calendar.CalendarAdministration;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.org.OrgAdministration;
import org.bihuan.org.OrgImport;
import org.bihuan.org.OrgService;
import org.bihuan.org.UnitNode;

/** 单位: the tree of all units, with what an administrator can do to one of them and the import of files. */
@Route("admin/units")
@Menu(title = "org.units.title", order = 910, icon = "vaadin:sitemap")
class UnitsView extends Div implements HasDynamicTitle {

    private final OrgService orgs;
    private final OrgAdministration administration;
    private final OrgImport imports;
    private final CalendarAdministration calendar;
    private final Idempotency idempotency;
    private final UnitTree tree;
    private final TreeGrid<UnitNode> grid = new TreeGrid<>();
    private final MasterDetailLayout layout = new MasterDetailLayout();

    UnitsView(
            OrgService orgs,
            OrgAdministration administration,
            OrgImport imports,
            CalendarAdministration calendar,
            Idempotency idempotency) {
        this.orgs = orgs;
        this.administration = administration;
        this.imports = imports;
        this.calendar = calendar;
        this.idempotency = idempotency;
        this.tree = new UnitTree(administration);
        addClassName("org-page");
        Div master = new Div(toolbar(), grid());
        master.addClassName("org-master");
        layout.setMaster(master);
        layout.setMasterSize("300px", true);
        layout.setDetailSize("420px");
        layout.addBackdropClickListener(click -> grid.deselectAll());
        layout.addDetailEscapePressListener(press -> grid.deselectAll());
        layout.setDetailPlaceholder(placeholder());
        layout.addClassName("org-layout");
        add(new H1(getPageTitle()), layout);
    }

    private Div toolbar() {
        TextField search = new TextField(getTranslation("org.units.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            grid.deselectAll();
            tree.search(change.getValue());
        });
        Button load = new Button(
                getTranslation("org.import.open"),
                VaadinIcon.UPLOAD.create(),
                click -> new ImportDialog(imports, tree::refreshAll).open());
        Div toolbar = new Div(search, load);
        toolbar.addClassName("org-toolbar");
        return toolbar;
    }

    private TreeGrid<UnitNode> grid() {
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.getElement().setAttribute("aria-label", getTranslation("org.units.title"));
        grid.addColumn(name())
                .setHeader(getTranslation("org.unit.name"))
                .setFlexGrow(1)
                .setTooltipGenerator(UnitNode::name);
        grid.addColumn(node -> getTranslation("org.kind." + node.kind().name()))
                .setHeader(getTranslation("org.unit.kind"))
                .setWidth("84px")
                .setFlexGrow(0);
        Grid.Column<UnitNode> code = grid.addColumn(UnitNode::code)
                .setHeader(getTranslation("org.unit.code"))
                .setWidth("150px")
                .setFlexGrow(0);
        Grid.Column<UnitNode> closed = grid.addColumn(
                        node -> node.validTo() == null ? "" : getTranslation("org.unit.to", node.validTo()))
                .setHeader(getTranslation("org.unit.validity"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.setDataProvider(tree);
        grid.setEmptyStateText(getTranslation("org.units.empty"));
        grid.addSelectionListener(selection ->
                selection.getFirstSelectedItem().ifPresentOrElse(this::show, () -> layout.setDetail(null)));
        NarrowScreen.watch(grid, narrow -> {
            code.setVisible(!narrow);
            closed.setVisible(!narrow);
        });
        return grid;
    }

    /** Vaadin's own column opens and closes a branch by a click on the name too; here that chooses the unit. */
    private LitRenderer<UnitNode> name() {
        return LitRenderer.<UnitNode>of("""
            <div class="org-tree-name">
              <vaadin-grid-tree-toggle @click=${onClick} .leaf=${!model.hasChildren}
                .expanded=${live(model.expanded)} .level=${model.level}></vaadin-grid-tree-toggle>
              <span>${item.name}</span>
            </div>
            """)
                .withProperty("name", UnitNode::name)
                .withFunction("onClick", node -> {
                    if (grid.isExpanded(node)) {
                        grid.collapse(node);
                    } else {
                        grid.expand(node);
                    }
                });
    }

    private Div placeholder() {
        Div placeholder = new Div(new Paragraph(getTranslation("org.units.choose")));
        placeholder.addClassName("bihuan-empty");
        return placeholder;
    }

    private void show(UnitNode node) {
        layout.setDetail(new UnitDetails(
                orgs, administration, calendar, idempotency, node.id(), tree::refreshAll, grid::deselectAll));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("org.units.title");
    }
}
