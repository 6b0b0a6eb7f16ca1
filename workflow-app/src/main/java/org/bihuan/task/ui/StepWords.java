package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.bihuan.calendar.DateFormats;

/** Steps in the reader's words. */
final class StepWords {

    private StepWords() {}

    /** Name of the step in the reader's language; that of its model where there is none. */
    static String name(String family, String taskKey, String modelName) {
        String key = "task." + family + "." + taskKey;
        String words = UI.getCurrent().getTranslation(key);
        return words.contains(key) ? modelName : words;
    }

    static String when(Instant at) {
        return DateFormats.dateTime(at, UI.getCurrent().getLocale());
    }

    /** Says in the dialog what will happen. */
    static Paragraph hint(String key) {
        var hint = new Paragraph(UI.getCurrent().getTranslation(key));
        hint.addClassName("task-dialog-hint");
        return hint;
    }
}
