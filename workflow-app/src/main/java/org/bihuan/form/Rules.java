package org.bihuan.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value must keep to; an absent rule is null.
 *
 * @param minLength characters as people count them (code points)
 * @param maxLength characters as people count them (code points)
 * @param step distance between allowed numbers, counted from {@code min} or from 0
 * @param decimalDigits most digits behind the decimal point
 * @param pattern must be found somewhere in the text, as in form-js
 * @param patternMessage what to tell when it is not; empty for the general sentence
 */
public record Rules(
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        @Nullable Integer decimalDigits,
        @Nullable Pattern pattern,
        Words patternMessage) {}
