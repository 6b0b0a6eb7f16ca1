package org.bihuan.org;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;

/** A picker of date and time in the reader's language, like {@link DayPicker}. */
public final class MomentPicker extends DateTimePicker {

    /**
     * Offers times that lie this far apart; others can be typed.
     *
     * @param label may be empty for now
     */
    public MomentPicker(String label, Duration step) {
        super(label);
        setDatePickerI18n(DayPicker.words(getLocale(), key -> getTranslation(key)));
        setI18n(new DateTimePickerI18n()
                .setDateLabel(getTranslation("org.moment.date"))
                .setTimeLabel(getTranslation("org.moment.time"))
                .setBadInputErrorMessage(getTranslation("org.moment.bad"))
                .setIncompleteInputErrorMessage(getTranslation("org.moment.bad")));
        setStep(step);
        setAutoOpen(false);
        setWidthFull();
    }
}
