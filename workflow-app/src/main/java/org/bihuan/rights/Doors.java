package org.bihuan.rights;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which verb opens which door of the program: pages, endpoints, uploads. Services carry their verb in an annotation. A
 * door that is not in {@code doors.csv} stays shut, and fails the build.
 */
@Component
public class Doors {

    /** What a door is. */
    public enum Kind {
        /** A page, by the template of its route. */
        ROUTE,
        /** A method and a path that a controller answers; {@code ANY} where the controller takes every method. */
        ENDPOINT,
        /** A class that takes in files. */
        UPLOAD
    }

    private record Door(Kind kind, String name) {}

    private final Map<Door, Verb> verbs = new HashMap<>();

    Doors() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        try (var lines = format.parse(new StringReader(
                new ClassPathResource("doors.csv", Doors.class).getContentAsString(StandardCharsets.UTF_8)))) {
            for (CSVRecord line : lines) {
                var door = new Door(Kind.valueOf(line.get("kind")), line.get("door"));
                if (verbs.put(door, Verb.of(line.get("verb"))) != null) {
                    throw new IllegalArgumentException("doors.csv names twice " + door);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verb that opens the door; empty when the door is not known. */
    public Optional<Verb> verb(Kind kind, String name) {
        return Optional.ofNullable(verbs.get(new Door(kind, name)));
    }

    /** All doors of this kind. */
    public Map<String, Verb> all(Kind kind) {
        var some = new HashMap<String, Verb>();
        verbs.forEach((door, verb) -> {
            if (door.kind() == kind) {
                some.put(door.name(), verb);
            }
        });
        return some;
    }
}
