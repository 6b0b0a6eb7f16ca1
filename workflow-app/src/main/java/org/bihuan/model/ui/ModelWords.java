package org.bihuan.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiFunction;
import org.bihuan.engine.ModelFinding;
import org.bihuan.model.DraftState;

/** Findings and states in plain words. */
final class ModelWords {

    private ModelWords() {}

    /** Translates a key with its arguments. */
    interface Translation extends BiFunction<String, Object[], String> {
        default String of(String key, Object... arguments) {
            return apply(key, arguments);
        }
    }

    static Component findings(List<ModelFinding> findings, Translation words) {
        var list = new OrderedList();
        list.addClassName("model-findings");
        findings.forEach(finding -> list.add(new ListItem(sentence(finding, words))));
        return list;
    }

    static String sentence(ModelFinding finding, Translation words) {
        String rule = words.of("model.rule." + finding.rule(), finding.detail());
        if (finding.line() == 0) {
            return rule;
        }
        String line = String.valueOf(finding.line());
        return finding.element().isEmpty()
                ? words.of("model.finding.line", line, rule)
                : words.of("model.finding.element", line, finding.element(), rule);
    }

    static Component state(DraftState state, Translation words) {
        var chip = new Span(words.of("model.state." + state));
        chip.addClassName("bihuan-chip");
        switch (state) {
            case DRAFT -> chip.addClassName("bihuan-chip-amber");
            case APPROVED -> chip.addClassName("bihuan-chip-green");
            case REJECTED -> chip.addClassName("bihuan-chip-red");
            case WITHDRAWN -> {}
        }
        return chip;
    }
}
