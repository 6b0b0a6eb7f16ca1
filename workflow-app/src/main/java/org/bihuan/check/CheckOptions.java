package org.bihuan.check;

import java.nio.file.Path;
import java.util.List;
import org.bihuan.casefile.Acknowledged;

/**
 * What the command was given.
 *
 * @param sample most pairs of staff and case for each role
 */
record CheckOptions(List<Acknowledged> acknowledged, List<Path> folders, int sample) {}
