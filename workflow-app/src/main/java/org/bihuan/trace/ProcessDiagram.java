package org.bihuan.trace;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The process model of a case with the current steps and the way taken. The steps stand above it in words too, so that
 * the page tells where the case is when the drawing cannot be seen or cannot be drawn.
 */
@JavaScript("context://webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js")
@JavaScript("context://bpmn-viewer/bihuan-diagram.js")
@StyleSheet("context://webjars/bpmn-js/8.0.0/dist/assets/diagram-js.css")
public final class ProcessDiagram extends Composite<Div> {

    private final CaseWay way;

    /** The diagram of this way; the component does not follow the case when it goes on. */
    public ProcessDiagram(CaseWay way) {
        this(way, true);
    }

    private ProcessDiagram(CaseWay way, boolean taken) {
        this.way = way;
        getContent().addClassName("trace-diagram");
        if (taken) {
            getContent().add(now(), frame(), failure(), legend());
        } else {
            getContent().add(frame(), failure());
        }
    }

    /** The model alone, without a case that went through it. */
    public static ProcessDiagram ofModel(String xml) {
        return new ProcessDiagram(new CaseWay(xml, List.of(), Map.of(), Set.of(), Set.of(), false), false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs("window.bihuanDiagram.show(this, $0, $1)", way.model(), marks());
    }

    /** Names of the steps at which the case stands. */
    String currentSteps() {
        return way.current().stream()
                .map(step -> step.name().isEmpty() ? getTranslation("trace.diagram.unnamed") : step.name())
                .collect(Collectors.joining(getTranslation("trace.diagram.separator")));
    }

    private Component now() {
        var words = new Paragraph(
                way.current().isEmpty()
                        ? getTranslation("trace.diagram.over")
                        : getTranslation("trace.diagram.now", currentSteps()));
        words.addClassName("trace-diagram-now");
        return words;
    }

    private Component frame() {
        var canvas = new Div();
        canvas.addClassName("trace-diagram-canvas");
        var scroller = new Div(canvas);
        scroller.addClassName("trace-diagram-scroller");
        scroller.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("trace.diagram.label"));
        var tools = new Div(
                zoom("in", VaadinIcon.SEARCH_PLUS),
                zoom("out", VaadinIcon.SEARCH_MINUS),
                zoom("fit", VaadinIcon.VIEWPORT));
        tools.addClassName("trace-diagram-tools");
        var frame = new Div(tools, scroller);
        frame.addClassName("trace-diagram-frame");
        return frame;
    }

    /** The browser zooms by itself: the server need not know. */
    private Component zoom(String how, VaadinIcon icon) {
        var button = new Button(getTranslation("trace.diagram.zoom." + how), icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("data-zoom", how);
        return button;
    }

    private Component failure() {
        var words = new Paragraph(getTranslation("trace.diagram.failed"));
        words.addClassName("trace-diagram-failed");
        words.getElement().setAttribute("hidden", true).setAttribute("role", "status");
        return words;
    }

    private Component legend() {
        var legend = new UnorderedList();
        legend.addClassName("trace-diagram-legend");
        if (!way.current().isEmpty()) {
            legend.add(legend("current"));
        }
        legend.add(legend("done"), legend("taken"));
        if (!way.brokenOff().isEmpty()) {
            legend.add(legend("broken"));
        }
        legend.add(legend("open"));
        return legend;
    }

    private ListItem legend(String kind) {
        var swatch = new Span();
        swatch.addClassNames("trace-swatch", "trace-swatch-" + kind);
        swatch.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(swatch, new Span(getTranslation("trace.diagram.legend." + kind)));
    }

    private Marks marks() {
        return new Marks(
                way.current().stream().map(CaseWay.Step::id).toList(),
                way.done(),
                way.brokenOff(),
                way.flows(),
                way.ended(),
                Map.of(
                        "current", getTranslation("trace.diagram.mark.current"),
                        "end", getTranslation("trace.diagram.mark.end"),
                        "broken", getTranslation("trace.diagram.mark.broken")));
    }

    /** What the script in the browser is told. */
    record Marks(
            List<String> current,
            Map<String, Integer> done,
            Set<String> brokenOff,
            Set<String> flows,
            boolean ended,
            Map<String, String> words) {}
}
