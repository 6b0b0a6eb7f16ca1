package org.bihuan.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ViewPackages
class SchemaFormTest extends BrowserlessTest {

    static Locale machine;

    SchemaForm form;

    /** Without the program's own texts, Vaadin falls back to the language of the machine. */
    @BeforeAll
    static void speakChinese() {
        machine = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
    }

    @AfterAll
    static void speakAsBefore() {
        Locale.setDefault(machine);
    }

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.CHINA);
        form = new SchemaForm(FormFixtures.SHIPPED.schema("incident/handle-incident"));
        UI.getCurrent().add(form);
    }

    @Nested
    class Showing {

        @Test
        void showsOnlyWhatTheOutcomeAsksFor() {
            assertThat(field("note", TextArea.class).isVisible()).isFalse();
            assertThat(field("handUpReason", Select.class).isVisible()).isFalse();

            choose("handled");
            assertThat(field("note", TextArea.class).isVisible()).isTrue();
            assertThat(field("handUpReason", Select.class).isVisible()).isFalse();

            choose("handedUp");
            assertThat(field("note", TextArea.class).isVisible()).isFalse();
            assertThat(field("handUpReason", Select.class).isVisible()).isTrue();
        }

        @Test
        void dropsValuesOfHiddenFieldsButKeepsThemOnTheScreen() {
            choose("handled");
            field("note", TextArea.class).setValue("已清运两车垃圾");
            choose("handedUp");
            assertThat(form.values()).containsOnlyKeys("outcome");

            choose("handled");
            assertThat(form.values()).containsEntry("note", "已清运两车垃圾");
        }

        @Test
        void speaksTheReadersLanguage() {
            TextArea note = field("note", TextArea.class);
            assertThat(note.getLabel()).isEqualTo("处置情况");
            assertThat(note.getHelperText()).isEqualTo("2–2000 字");

            UI.getCurrent().setLocale(Locale.ENGLISH);

            assertThat(note.getLabel()).isEqualTo("What was done");
            assertThat(note.getHelperText()).isEqualTo("2–2000 characters");
        }
    }

    @Nested
    class Validate {

        @Test
        void saysAtTheFieldWhatIsWrong() {
            assertThat(form.validate()).isFalse();
            assertThat(field("outcome", RadioButtonGroup.class).getErrorMessage())
                    .isEqualTo("这一项必填");

            choose("handled");
            field("note", TextArea.class).setValue("𠮷");

            assertThat(form.validate()).isFalse();
            assertThat(field("outcome", RadioButtonGroup.class).isInvalid()).isFalse();
            assertThat(field("note", TextArea.class).isInvalid()).isTrue();
            assertThat(field("note", TextArea.class).getErrorMessage()).isEqualTo("至少写 2 个字,现在 1 个");
        }

        @Test
        void takesTheErrorAwayOnceItIsMended() {
            choose("handled");
            form.validate();
            field("note", TextArea.class).setValue("已清运两车垃圾");

            assertThat(field("note", TextArea.class).isInvalid()).isFalse();
            assertThat(form.validate()).isTrue();
        }

        @Test
        void showsWhatTheServiceRefused() {
            form.showErrors(
                    List.of(new FieldError("note", FieldError.Fault.TOO_LONG, List.of("2000", "2001"), Words.NONE)));

            assertThat(field("note", TextArea.class).getErrorMessage()).isEqualTo("最多写 2000 个字,现在 2001 个");
        }
    }

    @Nested
    class Values {

        @Test
        void comeBackAsTheyWereSet() {
            var everything = new SchemaForm(FormFixtures.EVERYTHING);
            Map<String, Object> values = Map.of(
                    "name",
                    "青岛",
                    "amount",
                    new BigDecimal("1.5"),
                    "kind",
                    "b",
                    "why",
                    "因为",
                    "more",
                    "还有",
                    "agreed",
                    true,
                    "tags",
                    List.of("a", "b"),
                    "day",
                    LocalDate.of(2026, 11, 22));
            everything.setValues(values);

            assertThat(everything.values()).containsExactlyInAnyOrderEntriesOf(values);
            assertThat(everything.validate()).isTrue();
        }

        @Test
        void everyKindOfComponentHasItsField() {
            var everything = new SchemaForm(FormFixtures.EVERYTHING);

            assertThat(everything.component("name")).get().isInstanceOf(TextField.class);
            assertThat(everything.component("amount")).get().isInstanceOf(BigDecimalField.class);
            assertThat(everything.component("agreed")).get().isInstanceOf(Checkbox.class);
            assertThat(everything.component("tags")).get().isInstanceOf(CheckboxGroup.class);
            assertThat(everything.validate()).isFalse();
        }
    }

    @SuppressWarnings("unchecked")
    private void choose(String outcome) {
        field("outcome", RadioButtonGroup.class).setValue(outcome);
    }

    private <T extends Component> T field(String key, Class<T> type) {
        return type.cast(form.component(key).orElseThrow());
    }
}
