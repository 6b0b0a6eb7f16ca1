package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one table of a run, and whether the goals are met. */
final class Report {

    private final List<Row> rows = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** What was measured of one peer; the ratio is to the peer named in the section, round by round. */
    record Row(
            String section,
            String what,
            String peer,
            String unit,
            Series values,
            @Nullable Series ratio) {}

    /**
     * @param met empty when this run is too small to say
     */
    record Goal(
            String name,
            String limit,
            String measured,
            @Nullable Boolean met) {

        String verdict() {
            return met == null ? "not judged at this size" : met ? "pass" : "MISS";
        }
    }

    void row(String section, String what, String peer, String unit, Series values, @Nullable Series ratio) {
        var row = new Row(section, what, peer, unit, values, ratio);
        rows.add(row);
        System.out.println(line(row));
    }

    void goal(String name, String limit, String measured, @Nullable Boolean met) {
        var goal = new Goal(name, limit, measured, met);
        goals.add(goal);
        System.out.println("goal: " + line(goal));
    }

    void remark(String remark) {
        remarks.add(remark);
        System.out.println("remark: " + remark);
    }

    List<Goal> goals() {
        return List.copyOf(goals);
    }

    /** Writes {@code name.md} and {@code name.csv}. */
    void write(Path folder, String name, List<String> machine) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".md"), markdown(name, machine));
            Files.writeString(folder.resolve(name + ".csv"), csv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String markdown(String name, List<String> machine) {
        var text = new StringBuilder("# Benchmark " + name + "\n");
        text.append("How to read it: [README.md](README.md). Read ratios, not rates.\n\n## Machine\n");
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append("\n## Goals\n| goal | limit | measured | |\n|---|---|---|---|\n");
        goals.forEach(goal -> text.append(line(goal)).append('\n'));
        text.append("\n## Table\n| section | what | peer | median | spread | unit | ratio | spread of the ratio |\n");
        text.append("|---|---|---|--:|---|---|--:|---|\n");
        rows.forEach(row -> text.append(line(row)).append('\n'));
        if (!remarks.isEmpty()) {
            text.append("\n## Remarks\n");
            remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
        }
        return text.toString();
    }

    private static String line(Goal goal) {
        return "| %s | %s | %s | %s |".formatted(goal.name(), goal.limit(), goal.measured(), goal.verdict());
    }

    private static String line(Row row) {
        Series ratio = row.ratio();
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        row.section(),
                        row.what(),
                        row.peer(),
                        Series.words(row.values().median()),
                        row.values().spread(),
                        row.unit(),
                        ratio == null || ratio.isEmpty() ? "" : Series.words(ratio.median()),
                        ratio == null || ratio.isEmpty() ? "" : ratio.spread());
    }

    private String csv() {
        return "section,what,peer,unit,median,min,max,ratio,ratio_min,ratio_max\n"
                + rows.stream().map(Report::csv).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String csv(Row row) {
        Series ratio = row.ratio();
        boolean none = ratio == null || ratio.isEmpty();
        return List.of(
                        row.section(),
                        row.what(),
                        row.peer(),
                        row.unit(),
                        Series.words(row.values().median()),
                        Series.words(row.values().min()),
                        Series.words(row.values().max()),
                        none ? "" : Series.words(ratio.median()),
                        none ? "" : Series.words(ratio.min()),
                        none ? "" : Series.words(ratio.max()))
                .stream()
                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(","));
    }
}
