package org.bihuan.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.rights.District.Person;

/** What everybody finds behind every door, as text: one line for a door and a role, one column for a relation. */
final class RightsMatrix {

    private static final Path DOCS = Path.of("..", "docs");

    static final Path FILE = DOCS.resolve("rights-matrix.csv");

    private static final String HEADER =
            "door,who," + District.RELATIONS.stream().map(Enum::name).collect(Collectors.joining(","));

    /** By door and role, in the order in which people were asked. */
    private final Map<String, Map<String, Map<Relation, Seen>>> seen = new TreeMap<>();

    void put(String door, Person person, Seen what) {
        seen.computeIfAbsent(door, d -> new LinkedHashMap<>())
                .computeIfAbsent(person.name(), r -> new EnumMap<>(Relation.class))
                .put(person.relation(), what);
    }

    Seen get(String door, Person person) {
        return seen.get(door).get(person.name()).get(person.relation());
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        seen.forEach((door, roles) -> roles.forEach((role, relations) -> lines.add(door + "," + role + ","
                + District.RELATIONS.stream()
                        .map(relation -> relations.getOrDefault(relation, relations.get(Relation.ANYWHERE)))
                        .map(Seen::words)
                        .collect(Collectors.joining(",")))));
        return lines;
    }

    static RightsMatrix read() throws IOException {
        var matrix = new RightsMatrix();
        for (String line : Files.readAllLines(FILE)) {
            if (line.equals(HEADER)) {
                continue;
            }
            String[] cells = line.split(",");
            Map<Relation, Seen> relations = matrix.seen
                    .computeIfAbsent(cells[0], d -> new LinkedHashMap<>())
                    .computeIfAbsent(cells[1], r -> new EnumMap<>(Relation.class));
            for (int i = 0; i < District.RELATIONS.size(); i++) {
                relations.put(District.RELATIONS.get(i), word(cells[i + 2]));
            }
            relations.put(Relation.ANYWHERE, word(cells[2]));
        }
        return matrix;
    }

    private static Seen word(String text) {
        return Arrays.stream(Seen.values())
                .filter(seen -> seen.words().equals(text))
                .findFirst()
                .orElseThrow();
    }

    void write() throws IOException {
        Files.writeString(FILE, String.join("\n", lines()) + "\n");
        var text = new StringBuilder("""
                # Who finds what behind which door
                Written by the test that tries them (`RightsMatrixTest` with `-Dbihuan.rights.write=true`), from
                [rights-matrix.csv](rights-matrix.csv). A cell names the relations of the role's post to the unit where the case lies:
                OWN (the post holds the case, or it is the own account), UNIT (the same unit), CHILD (the case lies below), PARENT
                (above), SIBLING, OTHER (another branch), FORMER (the post has ended), INVOLVED (asked to sign, copied, handed the
                case or mentioned). Roles that find nothing are left out.

                | door | who |
                | --- | --- |
                """);
        seen.forEach((door, roles) -> text.append("| `%s` | %s |\n".formatted(door, readable(roles))));
        Files.writeString(DOCS.resolve("rights.md"), text);
    }

    private static String readable(Map<String, Map<Relation, Seen>> roles) {
        if (roles.values().stream().allMatch(r -> r.values().stream().allMatch(s -> s == Seen.ALLOWED))) {
            return "everybody";
        }
        String who = roles.entrySet().stream()
                .map(role -> readable(role.getKey(), role.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return who.isEmpty() ? "nobody" : who;
    }

    private static String readable(String role, Map<Relation, Seen> relations) {
        boolean masked = relations.containsValue(Seen.MASKED);
        List<String> some = relations.entrySet().stream()
                .filter(relation -> relation.getValue() != Seen.NOTHING)
                .map(relation -> shortName(relation.getKey()))
                .toList();
        if (some.isEmpty()) {
            return "";
        }
        boolean all = some.size() == relations.size();
        return role + (all ? "" : " (" + String.join(", ", some) + ")") + (masked ? " masked" : "");
    }

    private static String shortName(Relation relation) {
        return switch (relation) {
            case OWN_UNIT -> "UNIT";
            case OTHER_BRANCH -> "OTHER";
            case FORMER_UNIT -> "FORMER";
            default -> relation.name();
        };
    }

    static void writeMutation(Map<String, String> table, long found) throws IOException {
        var text = new StringBuilder("""
                # What shows that a rule is missing
                Each rule of the policy was removed for itself, and the doors of its verb were tried until one showed somebody
                something else than [rights-matrix.csv](rights-matrix.csv) says. %d of %d removed rules were noticed (%.1f %%). The
                number is asserted at each build (`RightsMatrixTest`); the table is written with `-Dbihuan.rights.write=true`.

                | removed rule | what shows it |
                | --- | --- |
                """.formatted(found, table.size(), 100.0 * found / table.size()));
        table.forEach((rule, door) -> text.append("| %s | %s |\n".formatted(rule, door)));
        Files.writeString(DOCS.resolve("rights-mutation.md"), text);
    }
}
