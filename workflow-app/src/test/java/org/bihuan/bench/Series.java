package org.bihuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values measured round by round. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    Series() {}

    static Series of(double... values) {
        var series = new Series();
        for (double value : values) {
            series.add(value);
        }
        return series;
    }

    void add(double value) {
        values.add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Round by round, so that a slow moment of the machine is in both. */
    Series dividedBy(Series other) {
        var ratios = new Series();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios;
    }

    /** Both together, round by round. */
    Series plus(Series other) {
        var sums = new Series();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            sums.add(values.get(i) + other.values.get(i));
        }
        return sums;
    }

    /** The number with three digits that mean something. */
    static String words(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    String spread() {
        return "[" + words(min()) + ".." + words(max()) + "]";
    }
}
