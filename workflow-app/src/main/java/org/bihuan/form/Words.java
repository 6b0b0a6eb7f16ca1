package org.bihuan.form;

import java.util.Locale;

/** A text of a form in Chinese and English. */
public record Words(String chinese, String english) {

    static final Words NONE = new Words("", "");

    /** English for English readers, Chinese for everybody else. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : chinese;
    }

    boolean isEmpty() {
        return chinese.isEmpty();
    }
}
