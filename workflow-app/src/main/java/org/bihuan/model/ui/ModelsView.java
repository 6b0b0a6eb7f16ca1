package org.bihuan.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.engine.ModelDeployments;
import org.bihuan.model.ModelDraft;
import org.bihuan.model.ModelDrafts;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;

/** 流程模型: the processes with their versions, drafts that wait for the second person, and the upload. */
@Route("admin/models")
@Menu(title = "model.title", order = 940, icon = "vaadin:file-tree")
class ModelsView extends Div implements HasDynamicTitle {

    private static final int VERSIONS_SHOWN = 10;

    private final ModelDrafts drafts;
    private final Div waiting = new Div();
    private final Div processes = new Div();

    ModelsView(ModelDrafts drafts, Rights rights) {
        this.drafts = drafts;
        addClassName("model");
        add(new H1(getPageTitle()), new Paragraph(getTranslation("model.help")), section("model.drafts", waiting));
        if (rights.may(Verb.MODEL_UPLOAD)) {
            add(new UploadSection(drafts, this::uploaded));
        }
        add(section("model.processes", processes));
        showDrafts();
        showProcesses();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("model.title");
    }

    private void uploaded(long id) {
        showDrafts();
        UI.getCurrent().navigate(DraftView.class, new RouteParam(DraftView.DRAFT, String.valueOf(id)));
    }

    private Section section(String title, Component content) {
        var section = new Section(new H2(getTranslation(title)), content);
        section.addClassName("bihuan-card");
        return section;
    }

    private void showDrafts() {
        waiting.removeAll();
        List<ModelDraft> latest = drafts.latest();
        if (latest.isEmpty()) {
            waiting.add(empty("model.drafts.empty"));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("model-drafts");
        latest.stream().map(this::draft).forEach(list::add);
        waiting.add(list);
    }

    private ListItem draft(ModelDraft draft) {
        String when = DateFormats.dateTime(draft.createdAt(), getLocale());
        var link = new RouterLink(
                getTranslation("model.draft.link", String.valueOf(draft.id()), draft.processKey()),
                DraftView.class,
                new RouteParameters(DraftView.DRAFT, String.valueOf(draft.id())));
        var head = new Div(link, ModelWords.state(draft.state(), this::getTranslation));
        head.addClassName("model-draft-head");
        var by = new Span(getTranslation("model.draft.by", draft.authorName(), when));
        by.addClassName("model-muted");
        return new ListItem(head, new Span(draft.reason()), by);
    }

    private void showProcesses() {
        for (ModelDrafts.Process process : drafts.processes()) {
            var versions = new UnorderedList();
            versions.addClassName("model-versions");
            process.versions().stream()
                    .limit(VERSIONS_SHOWN)
                    .map(version -> version(version, process.versions().getFirst()))
                    .forEach(versions::add);
            processes.add(new H3(process.name() + " · " + process.key()), versions);
        }
        if (processes.getComponentCount() == 0) {
            processes.add(empty("model.processes.empty"));
        }
    }

    private ListItem version(ModelDeployments.Version version, ModelDeployments.Version newest) {
        var item = new ListItem(new Span(getTranslation(
                version.shipped() ? "model.version.shipped" : "model.version.draft",
                String.valueOf(version.number()),
                DateFormats.dateTime(version.deployedAt(), getLocale()),
                version.source().replace("draft-", ""))));
        if (version.equals(newest)) {
            var chip = new Span(getTranslation("model.version.newest"));
            chip.addClassNames("bihuan-chip", "bihuan-chip-green");
            item.add(chip);
        }
        return item;
    }

    private Paragraph empty(String key) {
        var words = new Paragraph(getTranslation(key));
        words.addClassName("bihuan-empty");
        return words;
    }
}
