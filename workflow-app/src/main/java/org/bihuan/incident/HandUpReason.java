package org.bihuan.incident;

import java.util.Arrays;

/** Why a handler hands an incident up; each stands for an option of {@code forms/incident/handle-incident.form}. */
public enum HandUpReason {
    /** 不属本网格. */
    NOT_MINE("notMine", "不属本网格"),
    /** 无法解决. */
    CANNOT_SOLVE("cannotSolve", "无法解决"),
    /** 类别有误. */
    WRONG_CATEGORY("wrongCategory", "类别有误");

    private final String formValue;
    private final String label;

    HandUpReason(String formValue, String label) {
        this.formValue = formValue;
        this.label = label;
    }

    /**
     * The reason that an option of the form stands for.
     *
     * @throws IllegalArgumentException when the form has no such option
     */
    public static HandUpReason of(String formValue) {
        return Arrays.stream(values())
                .filter(reason -> reason.formValue.equals(formValue))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason " + formValue));
    }

    String formValue() {
        return formValue;
    }

    /** As it stands in the record of the case. */
    String label() {
        return label;
    }
}
