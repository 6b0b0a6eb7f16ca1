package org.bihuan.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What one run of the check looks at.
 *
 * @param now moment of the check; ages are reckoned from it
 * @param acknowledged acts that somebody was told had succeeded; empty when nobody kept a list
 * @param folders folders with log files and temporary files of the program
 * @param sample most pairs of staff and case for each role when visibility is tried
 */
public record CheckScope(Instant now, List<Acknowledged> acknowledged, List<Path> folders, int sample) {}
